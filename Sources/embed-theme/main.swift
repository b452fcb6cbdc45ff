// Writes a Swift file that holds the text files of the given folders.
// usage: embed-theme OUTPUT NAME FOLDER [NAME FOLDER …]
import Foundation

var arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.popFirst() else {
    fail("an output file must be named")
}

var code = "// Made from the theme's folders by embed-theme; changes go there.\nextension Theme {\n"
while let name = arguments.popFirst(), let folder = arguments.popFirst() {
    code += "    static let \(name)Files: [(path: String, text: StaticString)] = [\n"
    for path in try paths(below: folder) {
        let data = try Data(contentsOf: URL(filePath: folder).appending(path: path))
        guard let text = String(data: data, encoding: .utf8), !text.contains("\0") else {
            fail("\(folder)/\(path): the built-in theme holds UTF-8 text files only")
        }
        code += "        (\(literal(path)), \(literal(text))),\n"
    }
    code += "    ]\n"
}
code += "}\n"
try code.write(toFile: output, atomically: true, encoding: .utf8)

/// The files below a folder, sorted, hidden ones left out.
func paths(below folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        .sorted()
}

/// A Swift literal of the text: one line, so that indentation and line ends cannot change it.
func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("embed-theme: \(message)\n".utf8))
    exit(1)
}
