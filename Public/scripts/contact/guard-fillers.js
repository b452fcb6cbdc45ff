// The words that stand between a name and its value, as in guard-vocabulary.js: "the code [you sent me is] 123456".

import { words } from "./guard-vocabulary.js";

/** Words that join: what follows is what was named. */
export const JOINING = words({
  latin: [
    "is", "was", "are", "it's", "its", "it is", "es", "era", "son", "e", "foi", "sao", "equals",
    "(?:might|may|could|should|must|would|will|can) be", "seria", "podria ser", "deve ser",
  ],
  cyrillic: ["это", "был", "была", "было", "есть", "вот", "такой", "как", "будет", "стоит"],
  arabic: ["هو", "هي", "كان", "كانت", "هم"],
  other: [
    ", (?:which|that) (?:is|was) ", "是", "为", "為", "就是", "改成", "改[为為]", "[设設][为為]", "[设設]成", "=", "は", "が", "という", "って",
    "이란", "이?라고", "는", "은", "이에요", "이(?= )", "가(?= )", "를", "을", "を", "也?是",
  ],
});

/** Words after which something else may come first, so that they must not be the last. */
export const OPENING = words({
  latin: [
    "(?:desde|a|hasta|de) las", "from", "to", "as", "on", "at", "in", "by", "via", "for", "of", "with", "through",
    "after", "into", "de", "del", "do", "da", "por", "en", "para", "no", "na", "em", "com", "con", "a", "al", "pelo",
    "pela", "desde", "como", "this is", "and", "que",
  ],
  cyrillic: ["из", "на", "от", "с", "со", "у", "по", "для", "в", "к", "и"],
  arabic: ["من", "الي", "في", "علي", "عبر", "ل"],
  other: ["に", "へ", "で", "から", "에서", "에", "로", "으로"],
});

/** Words that tell where the secret came from and what was done with it. */
export const PASSING = words({
  latin: [
    "my", "the", "your", "this", "that", "these", "a", "an", "it", "i", "i'm", "you", "we", "they", "he", "she", "me",
    "be", "been", "has been", "i have", "i've", "just", "now", "new", "old", "latest", "last", "first", "second",
    "current", "currently", "still", "always", "again", "also", "got", "get", "getting", "receiv(?:e|ed|ing)",
    "sen[dt]", "sending", "enter(?:ed|ing)?", "typ(?:e|ed|ing)", "put", "us(?:e|ed|ing)", "used to", "g[ai]ve", "told",
    "tell", "set", "chose", "says?", "shows?", "came", "come", "arrived", "here", "below", "follow(?:s|ing)", "number",
    "nr", "sms", "e-?mail", "mail", "text", "message", "phone", "mobile", "app", "google", "authenticator", "telegram",
    "whatsapp", "northstar", "account", "wallet", "exchange", "log-?in", "sign-?in", "logging in", "signing in",
    "log in", "sign in", "withdrawal", "which", "who", "correct", "wrong", "incorrect", "invalid", "expired", "not",
    "accepted", "working", "works?", "does(?:n't| not)", "did(?:n't| not)", "isn't", "digits?", "\\d[ -]digits?",
    "website", "site", "user", "card", "texted", "tarjeta", "cartao", "bank", "so", "them", "him", "her", "probably",
    "maybe", "something", "like", "exactly", "verification", "confirm", "verify", "support", "agent", "el", "la", "los",
    "las", "un", "una", "mi", "mis", "tu", "su", "me", "te", "se", "lo", "he", "ha", "recib[io]", "recibido", "llego",
    "llega", "envi(?:o|aron|aste|ado|e)", "mandaron", "mando", "dieron", "di", "puse", "pongo", "uso", "usaba",
    "ingres[eo]", "ingresado", "introduje", "escribi", "dice", "sale", "aparece", "aqui", "ahora", "ultimo", "nuev[oa]",
    "actual", "correct[oa]", "incorrect[oa]", "invalid[oa]", "numero", "correo", "electronico", "mensaje", "telefono",
    "celular", "movil", "cuenta", "sesion", "iniciar", "siguiente", "este", "esta", "ese", "esto", "no funciona",
    "no sirve", "no vale", "yo", "tengo", "o", "os", "as", "um", "uma", "meu", "minha", "seu", "sua", "receb[io]",
    "chegou", "enviou", "enviaram", "mandou", "mandaram", "deu", "deram", "coloquei", "digitei", "inseri", "informei",
    "usei", "diz", "agora", "nov[oa]", "atual", "corret[oa]", "incorret[oa]", "mensagem", "telefone", "conta",
    "seguinte", "esse", "essa", "nao funciona", "eu", "tenho", "veio", "anterior", "antig[oa]", "\\d digitos",
    "personal", "pessoal", "acceder", "entrar", "acessar",
  ],
  cyrillic: [
    "мой", "моя", "мое", "мои", "твой", "ваш", "этот", "эта", "смс", "письм[ао]", "почт[ыауе]", "гугл", "пришел",
    "пришла", "пришло", "приходит", "получ(?:ил|ила|ен|аю)", "ввел", "ввела", "ввожу", "вводил", "вводила", "ввожу я",
    "отправил(?:и|а)?", "прислал(?:и|а)?", "вы", "мне", "я", "меня", "следующий", "сейчас", "теперь", "последний",
    "новый", "старый", "верный", "правильный", "неверный", "не", "работает", "подходит", "принимает(?:ся)?", "который",
    "которую", "приложени[яе]", "аутентификатор[а]?", "вход[а]?", "телефон[а]?", "номер", "аккаунт[ау]?", "кошельк[ау]",
    "бирж[иеу]", "сайт[ае]?", "кабинет[а]?", "вроде", "кажется", "наверное", "точно", "карт[ыеу]", "банк[аеу]?",
    "личн(?:ого|ый)", "был", "поставил(?:а)?", "использую", "сменил(?:а)?", "входа в", "почте",
  ],
  arabic: [
    "الذي", "التي", "وصلني", "وصلتني", "وصل", "استلمته", "استلمت", "استلمتها", "ادخلته", "ادخلت", "ادخلتها", "ارسلتم",
    "ارسلتموه", "لي", "خاص بي", "خاصة بي", "خاصتي", "خاص", "خاصة", "بي", "حقي", "هذا", "هذه", "ان", "جديد", "جديدة",
    "اخير", "حساب", "حسابي", "محفظة", "بريد", "هاتف", "تطبيق", "صحيح", "غير", "قديمة", "حالي", "حالية", "استخدمها",
    "استخدمه", "دخول", "رسالة", "جوال", "بطاقة", "لا يعمل", "لا تعمل", "انا",
  ],
  other: [
    "我的?", "你的?", "您的?", "[给給]?我[们們]?", "你[们們]", "的", "了", "收到", "[发發](?:[给給来來送])?", "[给給]", "[刚剛](?:[刚剛才])?", "[现現]在",
    "短信", "[简簡][讯訊]", "手[机機]", "[邮郵](?:箱|件)", "[电電]子[邮郵]件", "谷歌", "[验驗][证證]器", "[输輸]入", "填(?:[写寫])?", "告[诉訴]",
    "[这這那]?[个個]", "[这這那]", "最新", "新", "[显顯]示", "客服", "他", "她", "用", "使用", "[无無]效", "不[对對]", "登[录錄陸]", "[账帳賬][号號户戶]",
    "[设設](?:置|定)", "北极星", "里", "上", "有", "以下", "如下", "用的", "一直", "[设設]", "改", "目前", "以前", "都", "[银銀]行", "卡", "私の?", "の",
    "です", "届いた", "届きました", "来た", "受け取った", "受信した", "入力した", "入力", "今の?", "最新", "新しい", "メール", "携帯", "スマホ", "アプリ", "こちら",
    "この", "その", "これ", "それ", "ログイン", "アカウント", "使っている", "使った", "設定した", "設定", "現在", "以下", "次", "通り", "も", "送られてきた", "きた",
    "カード", "제", "내", "저의", "나의", "받은", "온", "도착한", "입력한", "입력", "문자", "메일", "이메일", "구글", "앱", "지금", "최신", "새", "의",
    "현재", "계정", "로그인", "사용", "하는", "쓰는", "설정한", "아래", "다음", "보낸", "카드", "이", "가", "그", "저는?", "나",
  ],
});
