/// Every kind of diagnostic, by the name that writers see in brackets and that `site.yml` can set to a severity.
public enum DiagnosticID: String, Sendable, CaseIterable {
    // Files
    case invalidEncoding = "invalid-encoding"
    case controlCharacter = "control-character"
    case bidirectionalControl = "bidirectional-control"
    case oversizedFile = "oversized-file"
    case unreadableFile = "unreadable-file"
    case symbolicLink = "symbolic-link"
    case strayFile = "stray-file"
    case unlistedLocale = "unlisted-locale"
    case invalidName = "invalid-name"
    case misplacedIndex = "misplaced-index"

    // YAML and front matter
    case invalidYAML = "invalid-yaml"
    case unsupportedYAML = "unsupported-yaml"
    case duplicateKey = "duplicate-key"
    case unclosedFrontMatter = "unclosed-front-matter"
    case oversizedFrontMatter = "oversized-front-matter"
    case unknownKey = "unknown-key"
    case wrongType = "wrong-type"
    case invalidValue = "invalid-value"
    case missingTitle = "missing-title"

    // Settings and interface texts
    case missingSettings = "missing-settings"
    case missingSetting = "missing-setting"
    case invalidSetting = "invalid-setting"
    case unknownText = "unknown-text"
    case missingText = "missing-text"
    case invalidText = "invalid-text"

    // Markdown
    case rawHTML = "raw-html"
    case unsafeLink = "unsafe-link"
    case unknownCallout = "unknown-callout"
    case unknownBlock = "unknown-block"
    case unclosedBlock = "unclosed-block"
    case unusedFootnote = "unused-footnote"
    case duplicateFootnote = "duplicate-footnote"
    case duplicateAnchor = "duplicate-anchor"
    case invalidAnchor = "invalid-anchor"
    case missingAlternativeText = "missing-alt"
    case extraTitle = "extra-title"
    case tableExtraCells = "table-extra-cells"
    case nestingTooDeep = "nesting-too-deep"

    // Links, files and structure
    case unknownLink = "unknown-link"
    case unknownFragment = "unknown-fragment"
    case unpublishedLink = "unpublished-link"
    case missingFile = "missing-file"
    case damagedMedia = "damaged-media"
    case externalMedia = "external-media"
    case unknownIcon = "unknown-icon"
    case emptyFAQ = "empty-faq"
    case duplicateTranslation = "duplicate-translation"
    case pathCollision = "path-collision"
    case invalidAlias = "invalid-alias"
    case invalidSlug = "invalid-slug"

    // Channels and topics
    case missingChannels = "missing-channels"
    case invalidChannel = "invalid-channel"
    case invalidAddress = "invalid-address"
    case invalidHours = "invalid-hours"
    case overlappingHours = "overlapping-hours"
    case unknownTimeZone = "unknown-time-zone"
    case invalidOfficial = "invalid-official"
    case invalidTopic = "invalid-topic"
    case invalidField = "invalid-field"
    case invalidID = "invalid-id"
    case duplicateID = "duplicate-id"
    case duplicateEntry = "duplicate-entry"
    case unknownChannel = "unknown-channel"
    case unknownTopic = "unknown-topic"
    case unknownField = "unknown-field"
    case uncoveredTopic = "uncovered-topic"
    case uncoveredLanguage = "uncovered-language"
    case uncoveredHours = "uncovered-hours"
    case unverifiedChannel = "unverified-channel"
    case untranslatedContact = "untranslated-contact"

    // Search
    case invalidSynonyms = "invalid-synonyms"
    case invalidSearchTest = "invalid-search-test"
    case searchTest = "search-test"
    case searchEmpty = "search-empty"
    case searchScript = "search-script"
    case keywordLimit = "keyword-limit"

    // Templates
    case templateSyntax = "template-syntax"
    case unknownVariable = "unknown-variable"
    case missingPartial = "missing-partial"
    case missingAsset = "missing-asset"
    case unusedTemplate = "unused-template"

    /// How much it matters unless the site or the command says otherwise.
    public var defaultSeverity: Severity {
        switch self {
        case .bidirectionalControl, .strayFile, .unlistedLocale, .unknownKey, .unknownText, .missingText, .rawHTML,
            .unknownCallout, .unknownBlock, .unusedFootnote, .missingAlternativeText, .extraTitle, .tableExtraCells,
            .damagedMedia, .emptyFAQ, .unusedTemplate, .duplicateEntry, .uncoveredTopic, .uncoveredLanguage,
            .uncoveredHours, .unverifiedChannel, .untranslatedContact, .searchEmpty, .searchScript, .keywordLimit:
            .warning
        default:
            .error
        }
    }

    /// Whether the page can be published all the same, with the faulty part left out: then `--permissive` makes a
    /// warning of it, and `site.yml` may set its severity.
    public var leavesPagePossible: Bool {
        switch self {
        case .missingSettings, .missingSetting, .invalidSetting, .templateSyntax, .unknownVariable, .missingPartial,
            .missingAsset, .duplicateTranslation, .pathCollision, .nestingTooDeep, .oversizedFile, .unreadableFile,
            .symbolicLink, .misplacedIndex, .invalidName:
            false
        default:
            true
        }
    }
}
