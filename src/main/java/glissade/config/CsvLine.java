package glissade.config;

import java.util.ArrayList;
import java.util.List;

/** A line of comma-separated cells; those with commas in them stand in double quotes, and quotes in those are doubled. */
final class CsvLine {
    private CsvLine() {}

    static List<String> cells(String line) throws UnfitValue {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new UnfitValue("expected cells separated by commas, found a double quote that is not closed");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
