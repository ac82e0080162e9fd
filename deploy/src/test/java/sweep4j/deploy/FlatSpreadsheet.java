package sweep4j.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The cells of the one table of a spreadsheet in OpenDocument's flat XML. */
final class FlatSpreadsheet {

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  private FlatSpreadsheet() {}

  /** By row, from 0 behind the header, and by the header's names; empty cells are left out. */
  static Map<String, Map<String, String>> cells(Path file) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(file.toFile());
    NodeList rows = document.getElementsByTagNameNS(TABLE, "table-row");
    List<String> header = row((Element) rows.item(0));
    var cells = new LinkedHashMap<String, Map<String, String>>();
    for (int i = 1; i < rows.getLength(); i++) {
      List<String> texts = row((Element) rows.item(i));
      var row = new TreeMap<String, String>();
      for (int column = 0; column < Math.min(header.size(), texts.size()); column++) {
        if (!texts.get(column).isEmpty()) {
          row.put(header.get(column), texts.get(column));
        }
      }
      if (!row.isEmpty()) {
        cells.put(String.valueOf(i - 1), row);
      }
    }
    return cells;
  }

  private static List<String> row(Element row) {
    var texts = new ArrayList<String>();
    NodeList cells = row.getElementsByTagNameNS(TABLE, "table-cell");
    for (int i = 0; i < cells.getLength(); i++) {
      var cell = (Element) cells.item(i);
      String repeated = cell.getAttributeNS(TABLE, "number-columns-repeated");
      String text = text(cell);
      // Behind the last column, all columns of a sheet are one cell repeated.
      int times = repeated.isEmpty() ? 1 : Math.min(1000, Integer.parseInt(repeated));
      for (int k = 0; k < times; k++) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String text(Element cell) {
    return switch (cell.getAttributeNS(OFFICE, "value-type")) {
      case "float" -> cell.getAttributeNS(OFFICE, "value");
      case "boolean" -> cell.getAttributeNS(OFFICE, "boolean-value");
      default -> cell.getTextContent().strip();
    };
  }
}
