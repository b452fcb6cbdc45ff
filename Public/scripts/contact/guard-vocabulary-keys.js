// Words for keys and cards, and for the numbers that look like them, as in guard-vocabulary.js.

import { words } from "./guard-vocabulary.js";

/** Words for a key that moves what a wallet holds. */
export const PRIVATE_KEY = words({
  latin: [
    "priv(?:ate)?[ _-]?keys?", "secret[ _-]?keys?", "wallet keys?", "signing keys?", "api[ _-]?secret(?:[ _-]?key)?",
    "prvkey", "(?:llaves?|claves?) (?:privadas?|secretas?)", "chaves? (?:privadas?|secretas?|particular(?:es)?)", "wif",
    "family seed", "clave secreta", "siyao",
  ],
  cyrillic: [
    "(?:приватн|закрыт|секретн)[а-я]+ ключ[а-я]*", "ключ[а-я]* (?:от кошелька|кошелька)", "приватник[а-я]*",
    "приват[- ]?ключ[а-я]*",
  ],
  arabic: ["(?:مفتاح|مفاتيح) (?:ال)?(?:خاص|خاصة|سري|سرية|محفظة)", "مفتاحي الخاص"],
  other: [
    "私[钥鑰匙]", "私人密[钥鑰]", "密[钥鑰]", "金鑰", "私密金鑰", "秘密[鍵键]", "秘密キー", "プライベートキー", "シークレットキー", "(?:개인|비밀|프라이빗|시크릿|지갑) ?키",
    "개인 ?열쇠",
  ],
});

/** Words for any key, which make a bare number more likely one than a transaction. */
export const ANY_KEY = words({
  latin: ["keys?", "secrets?", "llaves?", "chaves?"],
  cyrillic: ["ключ[а-я]*", "секрет[а-я]*"],
  arabic: ["مفتاح"],
  other: ["[钥鑰]", "鍵", "キー", "키"],
});

/** Words for the key that sets up an authenticator. */
export const SETUP_KEY = words({
  latin: [
    "(?:set-?up|setting|manual|manual entry|backup|auth|authenticat(?:or|ion)|google|google auth(?:enticator)?|" +
      "2fa|totp|otp|mfa|two[- ]factor|secret|16[- ]digit|32[- ]digit|account)(?: set-?up)? (?:keys?|secrets?|seeds?|" +
      "secret keys?)",
    "secret", "keys? (?:for|of|from) (?:my |the )?(?:google )?(?:authenticator|2fa|auth app)", "set-?up codes?",
    "(?:otp|totp|2fa)[ _-]?secret",
    "(?:clave|llave|chave|codigo) (?:secreta |manual )?(?:de |do |da )?(?:configuracion|instalacion|autenticacion|" +
      "2fa|respaldo|google|secreta|manual|vinculacion|configuracao|seguranca|autenticacao|autenticador|backup)",
    "(?:clave|llave|chave) (?:secreta )?(?:del?|do) (?:google )?(?:authenticator|autenticador|2fa)",
  ],
  cyrillic: [
    "(?:секретн|резервн|настроечн)[а-я]+ ключ[а-я]*",
    "ключ[а-я]* (?:настройки|установки|привязки|для настройки|аутентификатора|гугл|google|google authenticator|" +
      "2fa|от 2fa|двухфакторки)",
    "секрет(?: 2fa)?",
  ],
  arabic: ["(?:مفتاح|كود|رمز) (?:ال)?(?:اعداد|تفعيل|ربط|مصادقة|سري|يدوي)"],
  other: [
    "(?:[设設](?:置|定)|[绑綁綁]定|谷歌|[备備]份|[两兩]步[验驗][证證]|二次[验驗][证證]|[验驗][证證]器|手[动動]输入)的?(?:密[钥鑰]|金鑰)", "密[钥鑰]", "金鑰",
    "(?:セットアップ|設定|シークレット|秘密|認証|バックアップ|手動入力)(?:の|用)?キー", "秘密鍵", "セットアップコード",
    "(?:설정|설치|otp|비밀|보안|인증|시크릿|백업|수동 ?입력) ?(?:키|코드)",
  ],
});

/** Words for what is public on a block chain: transactions, blocks, addresses, public keys. */
export const PUBLIC_NUMBER = words({
  latin: [
    "tx(?:id|n|ns|s|hash)?\\d*", "ids?", "(?:tx|transaction|transfer|deposit|withdrawal)[ _-]?(?:id|hash|no|number)",
    "transactions?", "hash(?:es)?", "block(?:s|chain)?", "explorer", "confirmations?", "merkle", "signatures?",
    "transfers?", "transferred", "deposit(?:s|ed)?", "withdr[ae]w(?:n|al|als)?", "sent", "public[ _-]?keys?",
    "contracts?", "checksum", "sha-?256", "commit", "etherscan", "tronscan", "mempool", "transaccion(?:es)?",
    "transferencias?", "bloques?", "depositos?", "retiros?", "envio", "clave publica", "chave publica",
    "transac(?:ao|oes)", "saques?", "blocos?", "llave publica", "contrato", "address(?:es)?", "direccion(?:es)?",
    "enderecos?",
  ],
  cyrillic: [
    "транзакц[а-я]+", "х[еэ]ш[а-я]*", "блок(?:а|е|у|чейн[а-я]*)?", "перевод[а-я]*", "депозит[а-я]*", "вывод[а-я]*",
    "txid", "тx?ид", "публичн[а-я]+ ключ[а-я]*", "открыт[а-я]+ ключ[а-я]*", "контракт[а-я]*", "пополнени[а-я]+",
    "адрес[а-я]*",
  ],
  arabic: [
    "معاملات?", "معامله", "عملية", "هاش", "تجزئة", "تحويل", "حوالة", "ايداع", "سحب", "بلوك", "كتلة", "مفتاح العام",
    "عقد", "عنوان",
  ],
  other: [
    "交易", "哈希", "雜湊", "[区區][块塊]", "[转轉][账賬帳]", "流水", "充[值幣币]", "入[金账賬帳]", "提[现現币幣]", "公[钥鑰]", "合[约約]", "地址", "トランザクション",
    "取引", "ハッシュ", "ブロック", "送金", "出金", "公開鍵", "アドレス", "트랜잭션", "거래", "해시", "블록", "전송", "송금", "입금", "출금", "공개 ?키", "컨트랙트",
    "주소",
  ],
});

/** Words for a payment card. */
export const CARD = words({
  latin: [
    "cards?", "visa", "master ?card", "maestro", "amex", "american express", "union ?pay", "jcb", "diners", "discover",
    "mir", "elo", "mada", "debit", "credit", "tarjetas?", "cartao", "cartoes", "pan",
  ],
  cyrillic: ["карт(?:а|ы|у|е|ой|очк[а-я]+)", "виза", "мир", "мастеркард[а-я]*"],
  arabic: ["بطاقة", "بطاقات", "بطاقتي", "كرت", "فيزا", "مدي"],
  other: ["卡", "[银銀][联聯]", "カード", "카드"],
});

/** Words for numbers that name an order, a ticket, a person or a telephone. */
export const REFERENCE = words({
  latin: [
    "orders?(?: (?:id|no|number|#))?", "tickets?", "case", "ref(?:erence)?", "uid",
    "(?:user|account|client|customer|trade|payment) ?(?:id|no|number)", "ids?", "invoice", "tracking", "arn", "rrn",
    "trace", "imei", "iccid", "serial", "phone", "tel", "mobile", "cell", "whatsapp", "booking", "number of order",
    "timestamp", "pedidos?", "orden(?:es)?", "numero de (?:orden|pedido|ticket|referencia|caso|usuario|telefono)",
    "referencia", "telefono", "celular", "ordem", "protocolo", "telefone", "chamado", "iban", "nft", "tx(?:id)?",
    "transaction(?: (?:id|no|number))?", "memo", "tag", "transaccion", "transacao", "comprobante", "comprovante",
  ],
  cyrillic: [
    "заказ[а-я]*", "ордер[а-я]*", "тикет[а-я]*", "заявк[а-я]*", "обращени[а-я]+", "телефон[а-я]*", "тел", "уид", "ид",
    "чек[а-я]*", "операци[а-я]+", "транзакци[а-я]+", "счет[а-я]*",
  ],
  arabic: ["طلب", "تذكرة", "هاتف", "جوال", "مرجع", "معرف", "عملية", "معاملة", "ايبان", "فاتورة"],
  other: [
    "[订訂][单單](?:[号號])?", "工[单單]", "流水[号號]?", "[单單][号號]", "[编編][号號]", "参考[号號]", "交易[号號]", "[电電][话話]",
    "手[机機](?:[号號][码碼]?)?", "uid", "用[户戶](?:id)?", "注文(?:番号|id)?", "受付番号", "問い合わせ番号", "取引(?:番号|id)", "電話(?:番号)?",
    "주문(?: ?번호| ?id)?", "접수 ?번호", "거래 ?번호", "전화(?: ?번호)?", "휴대폰", "문의 ?번호", "회원 ?번호",
  ],
});
