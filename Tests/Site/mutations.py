"""Mutations of official addresses, and an oracle of its own for which of them still are the same address."""

import random
import re
import unicodedata
from urllib.parse import unquote

HOMOGLYPHS = {
    "a": "аɑａ4", "b": "Ьｂ8", "c": "сｃ", "d": "ԁｄ", "e": "еｅ3", "g": "ɡｇ9", "h": "һｈ", "i": "іıｉ1l", "k": "\u212aк",
    "l": "1Iｌ|", "m": "м", "n": "ո", "o": "оο0ｏ", "p": "рｐ", "r": "г", "s": "ѕ5\u017f", "t": "т7ｔ", "u": "υ", "x": "х",
    "y": "у", ".": "。．", "/": "⁄∕／", "@": "＠", "0": "оO", "1": "lI", "6": "б",
}  # fmt: skip
ODDITIES = [*"@\\%:./#?-_ \u200b\u202e\u00ad\u0301…;,&=+0\t\n'\"", "%40", "%2e", "%00", "//", "(0)", "xn--", "www."]
STRANGERS = ["evil.test", "evil.co.uk", "northstar.test", "127.0.0.1", "t.me", "x.com", "example"]
FRAMES = [
    *["{}", " {} ", "<{}>", "“{}”", "({}).", "{}\n", "Name <{}>", "[link]({})", "telegram {}", "{} on x", "@{}"],
    *["https://{}", "http://{}", "mailto:{}", "tel:{}", "+{}", "00{}"],
]
# Which networks do not tell capitals apart, written down from their own documentation.
ANY_CASE = {"x", "facebook", "instagram", "telegram", "youtube", "discord", "reddit", "linkedin", "wechat", "tiktok"}


def seeds(entry: dict) -> list[str]:
    """How people write an entry."""
    match entry["kind"]:
        case "website":
            return [entry["host"], f"https://{entry['host']}/", f"https://{entry['host']}/login"]
        case "page":
            return [entry["url"]]
        case "email":
            return [entry["address"]]
        case "emailDomain":
            return [f"anyone@{entry['domain']}"]
        case "phone":
            return [entry["number"], entry["number"].replace(" ", "")]
        case _:
            return [entry["handle"], f"@{entry['handle']}"] + ([entry["url"]] if entry["url"] else [])


def mutate(text: str, chance: random.Random) -> str:
    """One to three changes, then perhaps a frame."""
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(CHANGES)(text, chance)
    return chance.choice(FRAMES).format(text) if chance.random() < 0.4 else text


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice("abnorst0123456789.-_/") + text[at:]


def _odd(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODDITIES) + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text)) if text else 0
    return text[:at] + text[at + 1 :]


def _swap(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 1) if len(text) > 1 else 0
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _homoglyph(text: str, chance: random.Random) -> str:
    places = [at for at, letter in enumerate(text) if letter.lower() in HOMOGLYPHS]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + chance.choice(HOMOGLYPHS[text[at].lower()]) + text[at + 1 :]


def _case(text: str, chance: random.Random) -> str:
    return "".join(letter.upper() if chance.random() < 0.3 else letter for letter in text)


def _ending(text: str, chance: random.Random) -> str:
    return re.sub(r"\.[a-z]+(?=/|$)", "." + chance.choice(["com", "test", "examp1e", "co"]), text, count=1)


def _stranger_after(text: str, chance: random.Random) -> str:
    mark = chance.choice([".", "@", "/", "-", "\\@", "%40", "#@", ":x@", " "])
    return text.rstrip("/") + mark + chance.choice(STRANGERS)


def _stranger_before(text: str, chance: random.Random) -> str:
    scheme, mark, rest = text.rpartition("://")
    return scheme + mark + chance.choice(STRANGERS) + chance.choice([".", "@", "/", "-", "\\", " "]) + rest


def _below(text: str, chance: random.Random) -> str:
    scheme, mark, rest = text.rpartition("://")
    return scheme + mark + chance.choice(["www.", "login.", "user@", "user:pass@", "a-"]) + rest


def _port(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[a-z])(?=/|$)", chance.choice([":443", ":8443", ":80", ":"]), text, count=1)


def _path(text: str, chance: random.Random) -> str:
    return text + chance.choice(["/", "/a", "/status/1", "?a=1", "#a", "?s=20", "/../b", "//", "/x/.."])


CHANGES = [
    *[_insert, _odd, _delete, _swap, _homoglyph, _case],
    *[_ending, _stranger_after, _stranger_before, _below, _port, _path],
]


# Hosts of strangers that a test lists all the same.
SHARED = {"github.io", "t.me", "www.facebook.com", "github.com", "gmail.com"}


def is_same(text: str, url: dict | None, entries: list[dict]) -> bool:
    """Whether a text can be the same address as an entry. `url` is what a browser makes of it, as a link or a host."""
    plain = _unframed(text)
    own = [entry for entry in entries if entry["kind"] not in ("website", "emailDomain") or not _is_shared(entry)]
    return any(_ORACLES[entry["kind"]](entry, plain, url) for entry in own)


def _is_shared(entry: dict) -> bool:
    return entry.get("host", entry.get("domain")) in SHARED


def address_in(text: str) -> str:
    """What a browser would be given for a text: the whole of it, with a scheme."""
    plain = _unframed(text)
    return plain if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", plain) else f"https://{plain}"


def _unframed(text: str) -> str:
    text = text.strip("".join(map(chr, [*range(33), 0xA0, 0xAD, 0x200B, 0x202E])))
    if match := re.fullmatch(r"(?:[^<>]*<([^<>\s]+)>|\[[^\[\]]*\]\(\s*([^()\s]+)\s*\))", text):
        return match[1] or match[2]
    return text.strip("<>“”'\"()[].,;:!?… \t\n\u200b\u202e\u00ad")


def _secure(url: dict | None) -> bool:
    return bool(url) and url["protocol"] == "https:" and url["port"] == "" and url["user"] == ""


def _website(entry: dict, text: str, url: dict | None) -> bool:
    host = ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in entry["host"].split(".")
    )
    return _secure(url) and url["host"] == host and "\\" not in text and not _hides(text)


def _page(entry: dict, text: str, url: dict | None) -> bool:
    if not _secure(url):
        return False
    path, _, query = entry["url"].removeprefix(f"https://{entry['host']}").partition("?")
    own = entry["host"].endswith(".northstar.example")
    same_rest = own or _without(entry.get("open", []), url["rest"]) == (f"?{query}" if query else "")
    return url["host"] == entry["host"] and url["path"] == path and same_rest and not _hides(text)


def _without(open_parts: list[str], rest: str) -> str:
    """What follows a path, without what a message fills in."""
    query, mark, fragment = rest.partition("#")
    parts = [part for part in query.removeprefix("?").split("&") if part.partition("=")[0] not in open_parts]
    kept = "&".join(part for part in parts if part)
    return (f"?{kept}" if kept else "") + (mark + fragment if "#" not in open_parts else "")


def _email(entry: dict, text: str, url: dict | None) -> bool:
    address, _, query = re.sub(r"^mailto:", "", text, flags=re.I).partition("?")
    return address.isascii() and address.lower() == entry["address"].lower() and not re.search("cc=", query)


def _email_domain(entry: dict, text: str, url: dict | None) -> bool:
    local, _, domain = re.sub(r"^mailto:", "", text, flags=re.I).partition("@")
    return text.isascii() and domain.partition("?")[0].lower() == entry["domain"] and bool(local)


def _phone(entry: dict, text: str, url: dict | None) -> bool:
    text = re.sub(r"^(tel|sms):", "", "".join(mark for mark in text if unicodedata.category(mark) != "Cf"), flags=re.I)
    digits = "".join(str(unicodedata.digit(mark)) if unicodedata.category(mark) == "Nd" else mark for mark in text)
    packed = re.sub(r"^(\+|00)(31|44|65|86)\(0\)", r"\1\2", re.sub(r"[\s/.。．\-]", "", digits))
    packed = re.sub(r"^00", "+", re.sub(r"[()]", "", packed)) if "(0)" not in packed else packed
    return packed == entry["number"].replace(" ", "")


def _account(entry: dict, text: str, url: dict | None) -> bool:
    network, handle = entry["network"], entry["handle"]
    if network == "whatsapp" and _phone({"number": handle}, re.sub(r"^@", "", text), url):
        return True
    named = re.fullmatch(r"(?:(telegram|x|line)(?:\s*[:/]\s*|\s+))?[@＠]?(\S+?)(?:\s+on (x))?", text, re.I)
    if named and (named[1] or named[3] or network).lower() == network:
        if _same(network, named[2].rstrip(".,;:!?'\"…)"), handle):
            return True
    if not _secure(url) or url["host"] == "" or _hides(text):
        return False
    if entry["url"] and f"https://{url['host']}{unquote(url['path'])}{url['rest']}" == entry["url"]:
        return True
    sharing = r"(?:\?(?:s|t|lang|text)=[^&#]*)?"
    return bool(re.fullmatch(sharing, url["rest"])) and _is_profile(network, handle, url["host"], unquote(url["path"]))


def _is_profile(network: str, handle: str, host: str, path: str) -> bool:
    if network == "telegram" and host == f"{handle.lower()}.t.me":
        return path == "/"
    site, page = PROFILES.get(network, (r"(?!)", ""))
    found = re.fullmatch(page, path)
    return bool(re.fullmatch(site, host) and found and _same(network, found[1], handle))


# Where the accounts of each network are, written down a second time.
PROFILES = {
    "x": (r"((www|m|mobile)\.)?(x|twitter)\.com", r"/(\w+)/?"),
    "facebook": (r"((www|m|mobile|web|mbasic)\.)?facebook\.com|(www\.)?fb\.com", r"/([\w.]+)/?"),
    "instagram": (r"((www|m|mobile)\.)?instagram\.com", r"/([\w.]+)/?"),
    "telegram": (r"t\.me|(www\.)?telegram\.me", r"/(\w+)/?"),
    "youtube": (r"((www|m|mobile)\.)?youtube\.com", r"/@([\w.-]+)/?"),
    "reddit": (r"((www|m|mobile|old|new)\.)?reddit\.com", r"/(?:u|user)/([\w-]+)/?"),
    "linkedin": (r"((www|m|mobile)\.)?linkedin\.com", r"/company/([\w-]+)/?"),
    "whatsapp": (r"(www\.)?wa\.me", r"/\+?(\d+)/?"),
    "line": (r"line\.me", r"/R/ti/p/@([\w.-]+)/?"),
    "kakaotalk": (r"pf\.kakao\.com", r"/(\w+)/?"),
    "weibo": (r"((www|m)\.)?weibo\.com", r"/([^/]+)/?"),
    "tiktok": (r"((www|m|mobile)\.)?tiktok\.com", r"/@([\w.]+)/?"),
}


def _same(network: str, found: str, handle: str) -> bool:
    if network == "whatsapp":
        return re.sub(r"\D", "", handle) == found.lstrip("+")
    if network in ANY_CASE and found.isascii():
        return found.lower() == handle.lower()
    return found == handle


def _hides(text: str) -> bool:
    return any(unicodedata.category(mark) in ("Cf", "Cc") for mark in text)


_ORACLES = {
    "website": _website,
    "page": _page,
    "email": _email,
    "emailDomain": _email_domain,
    "phone": _phone,
    "account": _account,
}
