// Words that are passwords, and what stands in a password's place and is none.

/** What has letters and digits and is no password: devices, versions, counts, addresses, other identifiers. */
export const OTHERWISE = new RegExp(
  "^(?:[2mt]o?fa|totp|kyc\\d*|v?\\d+(?:\\.\\d+)+|\\d+(?:st|nd|rd|th|x|h|hrs?|d|m|mins?|am|pm|k|s|gb|ª|º)|1password|" +
    "[\\d.,:/%+-]+|@\\w+|[^@\\s]+@[a-z0-9-]+\\.[a-z.]{2,}|mailto:.*|.*/.*/.*|\\w+://.*|www\\..*|0x[0-9a-f]{40}|" +
    "(?:iphone|ipad|ios|android|windows|win|galaxy|pixel|macos|mac|chrome|firefox|safari|edge|redmi|xiaomi|huawei|" +
    "oppo|vivo|sm|error|err|uid|user|id|ticket|order|ref|case|ord|tkt|http|trc|erc|bep|usdt|level|lv|step|" +
    "api)[-_#:]?\\d+\\w{0,4})$",
);

/** What tells the state of a password instead of the password. */
export const STATE = new RegExp(
  "^(?:wrong|incorrect\\w*|invalid\\w*|forg[eo]t\\w*|lost|reset\\w*|unknown|required|errors?|expired|changed?|none|" +
    "null|empty|missing|hidden|secret|correct|right|valid|fine|okay|same|strong|weak|rejected|refused|accepted|" +
    "locked|blocked|please|help|broken|failed|failure|password|login|email|phone|google|telegram|apple|android|" +
    "iphone|northstar|authenticator|app|pending|updated?|saved|stolen|leaked|olvid\\w*|incorret\\w*|errad\\w*|" +
    "errone\\w*|equivocad\\w*|esquec\\w*|perdid\\w*|vencid\\w*|expirad\\w*|cambi\\w*|alterad\\w*|trocad\\w*|" +
    "bloquead\\w*|robad\\w*|roubad\\w*|actualizad\\w*|atualizad\\w*|desconocid\\w*|desconhecid\\w*|ninguna?|nenhuma?|" +
    "restablec\\w*|redefin\\w*|recuper\\w*|segur[oa]|fuerte|forte|debil|fraca|correct[oa]|corret[oa]|ayuda|ajuda|" +
    "nothing|remember|yes|optional|removed|redacted|confidential|private|privada?|xxx+|abcd?|\\w+(?:ed|ing|able|ible|" +
    "ado|ada|ido|ida))$",
);

/** Passwords that are plain words, and known for it. */
export const COMMON = new RegExp(
  "^(?:qwert\\w*|asdf\\w*|zxcv\\w*|letmein|sunshine|monkey|dragon|iloveyou|princess|football|baseball|superman|" +
    "batman|shadow|michael|jennifer|jordan|admin|starwars|freedom|pokemon|charlie|hunter|ashley|bailey|changeme|" +
    "soccer|killer|tigger|trustno|jessica|daniel|contrasena|senha|parol|naruto|bitcoin|satoshi)$",
);
