import Foundation
import HelpCenter
import Testing

/// A case of `Tests/Fixtures/channel-ranking.json`.
struct RankingCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let channels: [Example]
    let need: Wish
    let expected: [Entry]

    var testDescription: String { name }

    /// A channel's place, with reasons such as `+reasonOpen` and `-reasonClosed`.
    struct Entry: Decodable, Equatable, Sendable {
        let id: String
        let fits: Bool
        let reasons: [String]
    }

    /// All cases.
    static func all() throws -> [RankingCase] {
        struct Table: Decodable { let cases: [RankingCase] }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/channel-ranking.json")
        return try JSONDecoder().decode(Table.self, from: Data(contentsOf: file)).cases
    }

    /// A channel: what differs from one that says nothing.
    struct Example: Decodable, Sendable {
        let id: String
        var languages: [String]?
        var medium: String?
        var urgency: [String]?
        var complexity: [String]?
        var topics: [String]?
        var within: String?
        var typical: String?
        var attachments: Bool?
        var isPublic: Bool?

        enum CodingKeys: String, CodingKey {
            case id, languages, medium, urgency, complexity, topics, within, typical, attachments
            case isPublic = "public"
        }
    }

    /// What a reader needs: what differs from a reader of English with a normal, complex problem.
    struct Wish: Decodable, Sendable {
        var topic: String?
        var preferred: [String]?
        var urgency: String?
        var complexity: String?
        var language: String?
        var medium: String?
        var openOnly: Bool?
        var open: [String: Bool?]?
        var needsAttachment: Bool?
        var hasPrivateDetails: Bool?

        enum CodingKeys: String, CodingKey {
            case topic, preferred, urgency, complexity, language, medium, openOnly, open, needsAttachment
            case hasPrivateDetails = "private"
        }
    }
}

extension RankingCase.Example {
    /// The channel.
    var channel: Channel {
        get throws {
            let place = SourcePosition(line: 1, column: 1)
            var channel = Channel(id: Located(id, at: place), kind: .email, address: .email("\(id)@northstar.example"))
            channel.languages = try (languages ?? []).map { Located(try #require(LocaleCode($0)), at: place) }
            channel.medium = try #require(Medium(rawValue: medium ?? "text"))
            channel.urgencies = try (urgency ?? []).map { try #require(Urgency(rawValue: $0)) }
            channel.complexities = try (complexity ?? []).map { try #require(Complexity(rawValue: $0)) }
            channel.topics = topics?.map { Located($0, at: place) }
            channel.acceptsAttachments = attachments ?? false
            channel.isPublic = isPublic ?? false
            channel.responds = try within.map {
                ResponseTime(within: try Self.span($0), typical: try typical.map { try Self.span($0) })
            }
            return channel
        }
    }

    private static func span(_ text: String) throws -> ResponseTime.Span {
        let digits = text.prefix { $0.isNumber }
        let unit = try #require(ResponseTime.Span.Unit(rawValue: String(text.dropFirst(digits.count))))
        return ResponseTime.Span(count: try #require(Int(digits)), unit: unit)
    }
}

extension RankingCase.Wish {
    /// The need.
    var need: ContactNeed {
        get throws {
            var need = ContactNeed(language: try #require(LocaleCode(language ?? "en")))
            need.topic = topic
            need.preferredChannels = preferred ?? []
            need.urgency = try #require(Urgency(rawValue: urgency ?? "normal"))
            need.complexity = try #require(Complexity(rawValue: complexity ?? "complex"))
            need.medium = medium == "any" ? nil : try medium.map { try #require(Medium(rawValue: $0)) }
            need.openOnly = openOnly ?? false
            need.openness = (open ?? [:]).compactMapValues(\.self)
            need.needsAttachment = needsAttachment ?? false
            need.hasPrivateDetails = hasPrivateDetails ?? false
            return need
        }
    }
}
