"""Makes Sources/Search/Analysis/HanVariantData.swift: traditional Chinese characters and their simplified forms.

    /usr/bin/python3 Scripts/make-han-variants.py

The source is CLDR's transform Hant-Hans as ICU carries it (Debian: python3-icu), character by character.
"""

import pathlib

import icu

TARGET = pathlib.Path(__file__).parent.parent / "Sources/Search/Analysis/HanVariantData.swift"
RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x323AF))
# What readers of both kinds of Chinese take for the same although the transform does not: accounts are 帳戶, 帐户 and 账户,
# block chains 區塊鏈, 區塊鍊 and 区块链, and a woman is a 妳.
EXTRA = {"帳": "账", "帐": "账", "鍊": "链", "妳": "你"}


def main():
    transform = icu.Transliterator.createInstance("Traditional-Simplified")
    pairs = {}
    for first, last in RANGES:
        for character in map(chr, range(first, last + 1)):
            simplified = transform.transliterate(character)
            if simplified != character and len(simplified) == 1:
                pairs[character] = simplified
    pairs.update(EXTRA)
    # A character that another one becomes stays as it is, so that folding twice is folding once.
    targets = set(pairs.values())
    pairs = {traditional: simplified for traditional, simplified in pairs.items() if traditional not in targets}
    text = "".join(traditional + simplified for traditional, simplified in sorted(pairs.items()))
    lines = "\\\n".join("        " + text[i:i + 100] for i in range(0, len(text), 100))
    TARGET.write_text(f'''/// Traditional Chinese characters, each followed by its simplified form, ascending; made by
/// Scripts/make-han-variants.py of CLDR's transform Hant-Hans (ICU {icu.ICU_VERSION}).
///
/// © Unicode, Inc.; used under the Unicode License, https://www.unicode.org/license.txt.
enum HanVariantData {{
    static let pairs = """
{lines}
        """
}}
''', encoding="utf-8")


main()
