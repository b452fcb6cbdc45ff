import Testing

@testable import Search

@Suite struct VocabularyTests {
    @Test func textsAreNumberedInTheOrderInWhichTheyAreSeen() {
        var vocabulary = Vocabulary(capacity: 1)
        var numbers: [String: Int] = [:]
        var random = RepeatableRandom(seed: 3)
        // Far more than the table first has places for.
        for _ in 0..<20_000 {
            let word = RandomWords.word(&random)
            let number = vocabulary.number(of: Array(word.utf8))
            #expect(number == numbers[word, default: numbers.count])
            numbers[word] = number
        }
        #expect(vocabulary.count == numbers.count)
        #expect(numbers.count > 4_000)
    }

    @Test func textsKeepTheirBytes() {
        var vocabulary = Vocabulary()
        let texts = ["", "a", "eight by", "eight bytes and more", "中文", "eight byt"].map { Array($0.utf8) }
        for (number, text) in texts.enumerated() { #expect(vocabulary.number(of: text) == number) }
        vocabulary.withBytes { bytes in
            for (number, text) in texts.enumerated() { #expect(Array(bytes[vocabulary.range(of: number)]) == text) }
        }
    }
}
