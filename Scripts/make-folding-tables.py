"""Makes Sources/Search/Analysis/FoldingData.swift: what search needs of the Unicode character database.

    python3 Scripts/make-folding-tables.py FOLDER

FOLDER holds UnicodeData.txt, CompositionExclusions.txt and SpecialCasing.txt of one Unicode version, as published in
https://www.unicode.org/Public/17.0.0/ucd/. Only the standard library is needed.

The data is a list of integers, each written in base 32 with the low digits first: A-Z a-z 0-9 - _ are 0...63, and 32 is
added where more digits follow. The list has four parts, each preceded by the number of its entries, and each ascending
by code point; "gap" is the distance from the end of the entry before.

1. Combining classes: gap, length, class of a run of code points.
2. Letters, marks and numbers (general categories L, M, N): gap, length of a run.
3. Simple lower-case mappings: gap, count, stride, difference of a run of code points "stride" apart.
4. Decompositions: gap, 4 x length + 2 x compatibility + 1 x never composed again, then the code points, each as the
   difference to the one before, the first to the code point itself.

Differences are signed: 2d for d >= 0, -2d - 1 for d < 0.
"""

import pathlib
import re
import sys

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TARGET = pathlib.Path(__file__).parent.parent / "Sources/Search/Analysis/FoldingData.swift"
# Code points from here on have no entry in the run-time table; generated data must not need one.
LIMIT = 0x34000
VARIATION_SELECTORS = range(0xE0100, 0xE01F0)


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            yield [field.strip() for field in line.split(";")]


def read(folder):
    """The characters by code point: (category, combining class, decomposition, lower case), ranges expanded."""
    characters = {}
    first = None
    for row in rows(folder / "UnicodeData.txt"):
        code, name = int(row[0], 16), row[1]
        entry = (row[2], int(row[3]), row[5], int(row[13], 16) if row[13] else code)
        if name.endswith(", First>"):
            first = code
        elif name.endswith(", Last>"):
            for each in range(first, code + 1):
                characters[each] = (row[2], 0, "", each)
        else:
            characters[code] = entry
    return characters


def runs(codes):
    """Maximal runs of consecutive numbers: (first, length)."""
    result = []
    for code in codes:
        if result and code == sum(result[-1]):
            result[-1] = (result[-1][0], result[-1][1] + 1)
        else:
            result.append((code, 1))
    return result


def signed(number):
    return 2 * number if number >= 0 else -2 * number - 1


def combining_classes(characters):
    data, end, count = [], 0, 0
    classes = sorted({entry[1] for entry in characters.values()} - {0})
    parts = [
        (run, value) for value in classes
        for run in runs(sorted(code for code, entry in characters.items() if entry[1] == value))]
    for (first, length), value in sorted(parts):
        data += [first - end, length, value]
        end, count = first + length, count + 1
    return [count] + data


def words(characters):
    codes = sorted(c for c, entry in characters.items() if entry[0][0] in "LMN" and c not in VARIATION_SELECTORS)
    assert codes[-1] < LIMIT, hex(codes[-1])
    data, end = [], 0
    parts = runs(codes)
    for first, length in parts:
        data += [first - end, length]
        end = first + length
    return [len(parts)] + data


def lower_case(characters):
    pairs = [(c, entry[3] - c) for c, entry in sorted(characters.items()) if entry[3] != c]
    parts = []
    for code, difference in pairs:
        if parts and parts[-1][3] == difference:
            first, count, stride, _ = parts[-1]
            step = code - (first + (count - 1) * stride)
            if step <= 2 and (count == 1 or step == stride):
                parts[-1] = (first, count + 1, step, difference)
                continue
        parts.append((code, 1, 1, difference))
    data, end = [], 0
    for first, count, stride, difference in parts:
        data += [first - end, count, stride, signed(difference)]
        end = first + (count - 1) * stride + 1
    return [len(parts)] + data


def decompositions(characters, exclusions):
    data, end, count = [], 0, 0
    for code, (_, combining, decomposition, _) in sorted(characters.items()):
        if not decomposition:
            continue
        assert code < LIMIT
        fields = decomposition.split()
        compatibility = fields[0].startswith("<")
        targets = [int(field, 16) for field in fields[1 if compatibility else 0:]]
        never_composed = (
            compatibility or len(targets) == 1 or code in exclusions or combining != 0
            or characters[targets[0]][1] != 0)
        data += [code - end, 4 * len(targets) + 2 * compatibility + never_composed]
        before = code
        for target in targets:
            data.append(signed(target - before))
            before = target
        end, count = code + 1, count + 1
    return [count] + data


def encoded(numbers):
    text = []
    for number in numbers:
        assert number >= 0
        while number >= 32:
            text.append(DIGITS[number % 32 + 32])
            number //= 32
        text.append(DIGITS[number])
    return "".join(text)


def main():
    folder = pathlib.Path(sys.argv[1])
    version = re.match(
        r"# SpecialCasing-([\d.]+)\.txt", (folder / "SpecialCasing.txt").read_text(encoding="utf-8")).group(1)
    # Swift handles the one unconditional lower-case mapping to several characters, and sigma at a word's end.
    special = [r for r in rows(folder / "SpecialCasing.txt") if len(r) == 5 and len(r[1].split()) > 1]
    assert [row[0] for row in special] == ["0130"], special
    characters = read(folder)
    exclusions = {int(row[0], 16) for row in rows(folder / "CompositionExclusions.txt")}
    text = encoded(
        combining_classes(characters) + words(characters) + lower_case(characters)
        + decompositions(characters, exclusions))
    lines = "\\\n".join("        " + text[i:i + 110] for i in range(0, len(text), 110))
    TARGET.write_text(f'''/// Properties of characters in Unicode {version}, made by Scripts/make-folding-tables.py, which describes the encoding.
///
/// © Unicode, Inc.; used under the Unicode License, https://www.unicode.org/license.txt.
enum FoldingData {{
    static let encoded: StaticString = """
{lines}
        """
}}
''', encoding="utf-8")


main()
