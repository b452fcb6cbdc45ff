import HelpCenter
import Testing

/// Mistakes that leave no site to look at: each needs one of its own.
struct SettingsMistakeTests {
    /// A `site.yml`, and all that is said of the site.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let settings: String?
        let expected: String
    }

    static let sites = [
        Case(
            testDescription: "no settings",
            settings: nil,
            expected: """
                Content/site.yml: error: the site has no settings [missing-settings]
                  hint: write a site.yml with title, baseURL and locales; 'guidepost new DIR' makes a complete site

                """),
        Case(
            testDescription: "empty settings",
            settings: "",
            expected: """
                Content/site.yml:1:1: error: 'baseURL' is missing [missing-setting]
                  hint: add, for example, 'baseURL: https://help.example.com/'
                Content/site.yml:1:1: error: 'locales' is missing [missing-setting]
                  hint: add, for example, 'locales: [{ code: en, name: English }]'
                Content/site.yml:1:1: error: 'title' is missing [missing-setting]
                  hint: add, for example, 'title: Example Help'

                """),
        Case(
            testDescription: "no base URL",
            settings: """
                title: Help
                locales: [en]

                """,
            expected: """
                Content/site.yml:1:1: error: 'baseURL' is missing [missing-setting]
                  hint: add, for example, 'baseURL: https://help.example.com/'

                """),
        Case(
            testDescription: "nothing in the settings",
            settings: """
                title: ""
                baseURL: ""
                locales: []

                """,
            expected: """
                Content/site.yml:1:1: error: 'locales' is missing [missing-setting]
                  hint: add, for example, 'locales: [{ code: en, name: English }]'
                Content/site.yml:1:1: error: 'title' is missing [missing-setting]
                  hint: add, for example, 'title: Example Help'
                Content/site.yml:2:10: error: '' is not the address of a site [invalid-setting]
                  hint: write it with http:// or https://, without '?' and '#', for example https://help.example.com/

                """),
        Case(
            testDescription: "an address without a scheme",
            settings: """
                title: Help
                baseURL: help.example
                locales: [en]

                """,
            expected: """
                Content/site.yml:2:10: error: 'help.example' is not the address of a site [invalid-setting]
                  hint: write it with http:// or https://, without '?' and '#', for example https://help.example.com/

                """),
        Case(
            testDescription: "an address with a query",
            settings: """
                title: Help
                baseURL: https://help.example/?a=b
                locales: [en]

                """,
            expected: """
                Content/site.yml:2:10: error: 'https://help.example/?a=b' is not the address of a site [invalid-setting]
                  hint: write it with http:// or https://, without '?' and '#', for example https://help.example.com/

                """),
        Case(
            testDescription: "locales that are no codes",
            settings: """
                title: Help
                baseURL: https://help.example/
                locales: [english, zh-hans]

                """,
            expected: """
                Content/site.yml:3:11: error: 'english' is not a locale code [invalid-setting]
                  hint: codes are language, script and region, such as en, zh-Hans or pt-BR
                Content/site.yml:3:20: error: 'zh-hans' is not a locale code [invalid-setting]
                  hint: write 'zh-Hans'

                """),
        Case(
            testDescription: "locales with wrong parts",
            settings: """
                title: { en: Help, fr: Aide }
                baseURL: https://help.example/
                defaultLocale: de
                locales:
                  - { code: en, dir: up }
                  - { code: ar, fallback: fr }
                  - { code: en }
                  - { name: Nameless }
                  - [en]

                """,
            expected: """
                Content/site.yml:1:20: error: 'title: fr' is not one of the locales [invalid-setting]
                  hint: the locales are en, ar
                Content/site.yml:3:16: error: 'defaultLocale: de' is not one of the locales [invalid-setting]
                  hint: the locales are en, ar
                Content/site.yml:5:22: error: 'dir: up' is not a direction [invalid-setting]
                  hint: write 'ltr' or 'rtl'
                Content/site.yml:6:27: error: 'fallback: fr' is not one of the locales [invalid-setting]
                  hint: the locales are en, ar
                Content/site.yml:7:5: error: the locale 'en' is listed twice [invalid-setting]
                  hint: keep one of them
                Content/site.yml:8:5: error: this locale has no code [invalid-setting]
                  hint: for example 'code: en'
                Content/site.yml:9:5: error: 'locales' must be a list of locales, and this item is a list [invalid-setting]
                  hint: for example 'locales: [en, zh-Hans]'

                """),
        Case(
            testDescription: "settings of another type",
            settings: """
                title: [Help]
                baseURL: { url: here }
                locales: en

                """,
            expected: """
                Content/site.yml:1:8: error: 'title' must be a text, or one for each locale, and this is a list [invalid-setting]
                  hint: for example 'title: Help'
                Content/site.yml:2:10: error: 'baseURL' must be text, and this is a group of keys [invalid-setting]
                  hint: for example 'baseURL: https://help.example.com/'
                Content/site.yml:3:10: error: 'locales' must be a list, and this is the text 'en' [invalid-setting]
                  hint: for example 'locales: [{ code: en, name: English }]'

                """),
        Case(
            testDescription: "lists of another type",
            settings: """
                title: Help
                baseURL: https://help.example/
                locales: [en]
                navigation: [fees/]
                footer: text
                diagnostics: none

                """,
            expected: """
                Content/site.yml:4:14: error: 'navigation' must be a list of links, and this item is the text 'fees/' [invalid-setting]
                  hint: for example 'navigation: [{ title: Fees, url: fees/ }]'
                Content/site.yml:5:9: error: 'footer' must be a list, and this is the text 'text' [invalid-setting]
                  hint: for example 'footer: [{ title: Fees, url: fees/ }]'
                Content/site.yml:6:14: error: 'diagnostics' must be a group of keys, and this is the text 'none' [invalid-setting]
                  hint: for example 'diagnostics: { raw-html: ignore }'

                """),
        Case(
            testDescription: "settings that are a list",
            settings: """
                - title: Help

                """,
            expected: """
                Content/site.yml:1:1: error: this must be lines of 'key: value', and it is a list [invalid-yaml]
                  hint: write each value behind its key and ': ', without a '-' before it

                """),
        Case(
            testDescription: "settings that are no YAML",
            settings: """
                title: Help: me

                """,
            expected: """
                Content/site.yml:1:12: error: a value that holds ': ' must be in quotes [invalid-yaml]
                  hint: write it as key: "value: with a colon"

                """),
    ]

    @Test(arguments: sites)
    func settingsThatCannotBeUsedAreExplained(_ test: Case) async throws {
        let site = try TemporarySite(test.settings.map { ["Content/site.yml": $0] } ?? ["Content/en/_index.md": ""])
        let text = try await site.check().map(\.text).joined()
        #expect(text == test.expected)
    }
}
