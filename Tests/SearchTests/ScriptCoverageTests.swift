import Search
import Testing

@Suite struct ScriptCoverageTests {
    @Test(arguments: [
        ("ꦲꦏ꧀ꦱꦫꦗꦮ ꦧꦱꦗꦮ", "Javanese"), ("ᬅᬓ᭄ᬱᬭᬩᬮᬶ", "Balinese"), ("ᩈ᩠ᩅᩢᩔ᩠ᨯᩦ", "Tai Tham"), ("ꪜꪱꪣꪰꪉ", "Tai Viet"), ("ꨌꩌ", "Cham"),
        ("ᦅᧄᦺᦑᦟᦹᧉ", "New Tai Lue"), ("ᬅᬓ᭄ᬱᬭ ꦲꦏ꧀ꦱꦫ", "Balinese"),
    ])
    func scriptWithoutRuleIsNamed(text: String, script: String) {
        #expect(ScriptCoverage.uncoveredScript(in: Array(text.utf8).span) == script)
    }

    @Test(arguments: [
        "", "Reset your password", "如何重置密码", "ลืมรหัสผ่าน", "បង្កើតគណនី", "མིང་དང་གསང་ཨང་།", "कूटशब्द रीसेट करें", "비밀번호 재설정",
        "Choose your language: English, Deutsch, Basa Jawa (ꦗꦮ) and many others that you find there.",
    ])
    func textWithRulesAndSamplesHaveNoSuchScript(text: String) {
        #expect(ScriptCoverage.uncoveredScript(in: Array(text.utf8).span) == nil)
    }
}
