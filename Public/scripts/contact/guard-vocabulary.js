// What readers call secrets, and what looks like them, in every language of the interface. Each entry is a regular
// expression over a text as guard-text.js reads it: lower case, Latin letters without accents.

import { fold } from "./guard-text.js";

// Words of one language stand beside those of another ("PIN码", "OTP는"), so a word ends where its own script ends.
// Those that hold words of other scripts come first: "OTP 번호" is more than "OTP".
const EDGES = {
  other: ["(?:", ")"],
  cyrillic: ["(?<![а-я])(?:", ")(?![а-я])"],
  latin: ["(?<![a-z0-9])(?:", ")(?![a-z0-9])"],
  // Articles, conjunctions and prepositions are written on the word, possessives behind it.
  arabic: ["(?<![ء-ي])[وفبلك]?(?:ال|لل)?(?:", ")(?:ي|ك|كم|نا|ه|ها|تي|تك)?(?![ء-ي])"],
};

/**
 * Alternatives of words by script, as the source of a regular expression.
 * @param {Record<string, string[]>} scripts `latin`, `cyrillic` and `arabic` are whole words; `other` has no spaces
 * @returns {string}
 */
export function words(scripts) {
  const present = Object.entries(EDGES).filter(([script]) => scripts[script]);
  const sources = present.map(([script, [before, after]]) => before + fold(scripts[script].join("|")) + after);
  return `(?:${sources.join("|")})`;
}

/** Words for a password that opens an account or a wallet. */
export const PASSWORD = words({
  latin: [
    "pass ?words?(?: and (?:login|user ?name))?", "pass?wor?ds?", "passwrd", "pass ?phrases?", "pswd?", "pwd?", "psw",
    "contrasenas?", "clave(?: de acceso)?", "frase de (?:paso|acceso|contrasena)", "senhas?", "palavras?-?passe",
    "frase-senha", "mima",
  ],
  cyrillic: ["парол(?:ь|я|ю|ем|е|и|ей|ям|и)", "пасс?ворд", "пасс", "кодовое слово", "кодовая фраза", "парольная фраза"],
  arabic: [
    "كلمة ?(?:ال)?(?:مرور|سر|سري|مروري)", "كلمات المرور", "باسو?و?رد", "بسورد", "رقم السري", "رقم سري", "رمز المرور",
    "عبارة (?:ال)?مرور",
  ],
  other: ["密[码碼]", "口令", "パスワード", "パスフレーズ", "合言葉", "合い言葉", "비밀 ?번호", "비번", "패스워드", "패스 ?프레이즈", "암호(?!화|자산)"],
});

/** Words for a code that is certainly one for signing in or paying. */
export const CODE = words({
  latin: [
    "(?:(?:sms|text|e-?mail|phone|login|log-?in|sign-?in|security|access|auth|authentication|authenticator|" +
      "authenticat(?:or|ion) app|verification|verify|confirmation|one[- ]time|otp|2fa|two[- ]factor|2[- ]step|" +
      "two[- ]step|mfa|totp|google|google auth|withdrawal|unlock|backup|recovery|reset|pin|passcode|" +
      "\\d[- ]digit)[ -]){1,4}codes?",
    "one[- ]time (?:pass(?:word|code)|pin)", "otp pass(?:word|code)s?", "otps?", "2fas?", "mfa", "totp",
    "google auth(?:enticator)?", "authenticator", "pass ?codes?", "pins?(?! (?:the|this|that|it|a) )", "pin ?numbers?",
    "cvv2?", "cvc2?", "card (?:security|verification) code", "verification numbers?",
    "codigos? (?:de |do |da |del |por |via )?(?:la |el |un |mi |meu )?(?:verificacion|confirmacion|seguridad|" +
      "acceso|autenticacion|autenticador|un solo uso|uso unico|inicio de sesion|desbloqueo|google|sms|otp|2fa|pin|" +
      "cvv|correo|respaldo|recuperacion|verificacao|confirmacao|seguranca|acesso|autenticacao|autenticador|login|" +
      "desbloqueio|e-?mail|backup|recuperacao|reserva|dos pasos|doble factor|dois fatores|duas etapas|\\d digitos)",
    "(?:clave|contrasena|senha|token) (?:dinamica|de un solo uso|temporal|de uso unico|descartavel|sms|otp)",
    "senha de \\d digitos",
    "tokens? (?:de |do |da |del? )?(?:google|authenticator|app|aplicativo|sms|seguranca|acesso|seguridad|acceso)",
    "yanzhengma",
  ],
  cyrillic: [
    "код[ауы]? (?:подтверждения|верификации|проверки|безопасности|доступа|авторизации|аутентификации|" +
      "аутентификатора|входа|для входа|из смс|из sms|смс|из письма|из почты|с почты|из приложения|от гугл|google|" +
      "2fa|двухфакторки|двухфакторной аутентификации|восстановления)",
    "(?:смс|sms|пин|pin|otp|2fa|cvv|cvc|гугл)[- ]?код(?:а|у|ом|ы)?", "проверочный код", "резервн(?:ый|ые) коды?",
    "однораз[а-я]+ (?:парол[а-я]+|коды?)", "пин", "двухфактор(?:ка|ки|ный код)", "секретный код", "гугл аутентификатор",
  ],
  arabic: [
    "(?:رمز|كود) (?:ال)?(?:تحقق|تاكيد|توثيق|امان|مصادقة|دخول|تفعيل|استرداد|احتياطي|سري|رسالة|otp|pin|2fa|" +
      "cvv)(?: الثنائي(?:ه)?)?",
    "رموز (?:ال)?(?:احتياطية|استرداد)", "كلمة (?:ال)?(?:مرور|سر) لمرة واحدة", "مصادقة الثنائية", "بن كود",
  ],
  other: [
    "[验驗][证証證][码碼](?!器)", "校[验驗][码碼]", "[确確][认認][码碼]", "[动動][态態](?:[码碼]|口令|密[码碼])", "[认認][证証證][码碼]", "短信[码碼]", "安全[码碼]",
    "一次性(?:密[码碼]|口令|代[码碼])", "[验驗][证證]代[码碼]", "谷歌(?:[验驗][证證])?[码碼]", "pin ?[码碼]", "[备備]用[码碼]", "[备備]用代[码碼]",
    "恢[复復][码碼]", "[两兩二]步[验驗][证證]", "二次[验驗][证證]", "[双雙]重[验驗][证證]", "卡背后?三位数?",
    "(?:認証|確認|検証|承認|本人確認|セキュリティ|ワンタイム|ログイン|メール|sms|pin|バックアップ|リカバリー|復旧)の?(?:コード|番号)", "ワンタイム(?:パスワード|パスコード)", "パスコード",
    "暗証番号", "[二2]段階認証(?:の?コード)?", "otp ?コード", "pin ?番号",
    "(?:인증|보안|확인|검증|승인|로그인|이메일|메일|문자|백업|복구|otp|구글|pin|핀) ?(?:인증 ?)?(?:번호|코드|넘버)", "일회용 ?(?:비밀 ?번호|코드|패스워드)",
    "2(?:차|단계) ?인증(?: ?(?:번호|코드))?", "구글 ?otp", "오티피",
  ],
});

/** Words for any code; whether it is a secret depends on what stands around them. */
export const ANY_CODE = words({
  latin: ["codes?", "codigos?"],
  cyrillic: ["код(?:а|у|ом|ы)?"],
  arabic: ["رمز", "كود"],
  other: ["代[码碼]", "コード", "코드"],
});

/** The words that may stand before a word for any code and still leave it a code for signing in. */
export const BEFORE_ANY_CODE = words({
  latin: [
    "my", "the", "this", "that", "your", "his", "her", "their", "our", "a", "an", "new", "old", "wrong", "right",
    "same", "correct", "received", "following", "is", "are", "was", "and", "entered", "last", "latest", "which", "what",
    "el", "los", "mi", "mis", "tu", "su", "este", "ese", "un", "nuevo", "es", "y", "o", "os", "meu", "seu", "esse",
    "um", "novo", "e", "recibi", "recebi", "digits?", "sms", "got", "me",
  ],
  cyrillic: [
    "мой", "это", "этот", "вот", "ваш", "такой", "новый", "последний", "пришел", "приходит", "ввел", "и", "мне", "из",
  ],
  arabic: ["هو", "هذا", "ان", "مع", "هذه", "وصلني", "استلمت", "الي"],
  other: ["이", "그", "제", "내", "받은", "온", "은", "는", "의", "の", "た", "は", "い", "が", "、", "。", "的", "[这這個个]", "是"],
});

/** Words that make what stands near an unnamed code something else: errors, places, invitations. */
export const NO_CODE = words({
  latin: [
    "errors?", "status", "http", "exception", "fail(?:s|ed|ure)?", "message", "postal", "post", "zip", "referral",
    "refer", "promo(?:tion)?", "country", "area", "coupon", "voucher", "gift", "qr", "response", "reason", "returns?",
    "shows?", "reject(?:s|ed|ion)?", "denied", "pais", "referido", "indicacao", "convite", "falha", "fallo", "erro",
    "cupon", "cupom",
  ],
  cyrillic: ["ошибк[а-я]+", "индекс", "промо[а-я]*", "реферал[а-я]*", "сбой", "страны", "приглаш[а-я]+"],
  arabic: ["خطا", "دوله", "بريدي", "احاله", "دعوه", "خصم"],
  other: [
    "错误", "錯誤", "报错", "報錯", "邮政", "郵遞", "邀请", "邀請", "推荐", "推薦", "优惠", "優惠", "エラー", "郵便", "紹介", "招待", "クーポン", "오류", "에러",
    "우편", "추천", "초대", "쿠폰", "국가",
  ],
});

/** Words for a list of codes that get into an account when the phone is lost. */
export const BACKUP_CODE = words({
  latin: [
    "(?:backup|back-up|recovery|emergency) (?:codes?|keys?)",
    "codigos? (?:de )?(?:respaldo|recuperacion|backup|reserva|recuperacao)",
  ],
  cyrillic: ["(?:резервн|запасн)(?:ый|ые|ых|ого) код(?:ы|ов|а)?", "коды? восстановления"],
  arabic: ["رموز (?:ال)?(?:احتياطية|استرداد)", "(?:رمز|كود) (?:ال)?(?:احتياطي|استرداد)"],
  other: ["[备備]用(?:代)?[码碼]", "恢[复復][码碼]", "(?:バックアップ|リカバリー|復旧)コード", "(?:백업|복구) ?코드"],
});
