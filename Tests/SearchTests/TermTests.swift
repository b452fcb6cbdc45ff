import HelpCenter
import Search
import Testing

@Suite struct TermTests {
    @Test(arguments: [
        ("en", "withdrawals", "withdraw"), ("de", "kontoverknüpfungen", "kontoverknupf"),
        ("fr", "vérifications", "verif"),
        ("ru", "счётов", "счет"), ("ru", "счетов", "счет"), ("vi", "mật", "mật"), ("pl", "hasło", "haslo"),
        ("uk", "їжак", "іжак"),
    ])
    func termsOfWordsAreStemsWithoutAccents(code: String, word: String, expected: String) throws {
        #expect(try term(word, .word, code) == expected)
    }

    @Test(arguments: [
        ("zh-Hans", "帳戶", "账户"), ("en", "驗證", "验证"), ("ja", "帳", "账"), ("zh-Hant", "帳戶", "帳戶"),
        ("zh-TW", "帳戶", "帳戶"),
        ("zh-Hans-TW", "帳戶", "账户"),
    ])
    func chineseTermsAreSimplifiedExceptInTraditionalTexts(code: String, token: String, expected: String) throws {
        #expect(try term(token, .gram2, code) == expected)
    }

    @Test func traditionalVariantsLeadToTheirSimplifiedCharacter() {
        #expect(HanVariants.traditional(of: "账") == ["帐", "帳", "賬"])
        #expect(HanVariants.traditional(of: "帳") == [])
        #expect(HanVariants.simplified(of: "驗") == "验")
        #expect(HanVariants.simplified(of: "a") == "a")
    }

    @Test func simplifyingTwiceIsSimplifyingOnce() {
        for code in UInt32(0x3400)...0x323AF {
            guard let character = Unicode.Scalar(code) else { continue }
            let simplified = HanVariants.simplified(of: character)
            #expect(HanVariants.simplified(of: simplified) == simplified)
        }
    }

    private func term(_ token: String, _ kind: Token.Kind, _ code: String) throws -> String {
        var maker = TermMaker(locale: try #require(LocaleCode(code)))
        var term: [UInt8] = []
        maker.appendTerm(of: Array(token.utf8).span, kind: kind, to: &term)
        return String(decoding: term, as: UTF8.self)
    }
}
