package sweep4j.driver.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** Parquet files that say that they hold more than they do. */
final class ParquetClaims {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** What headers of pages claim. */
  private static final Map<String, Consumer<PageHeader>> OF_PAGES =
      Map.of(
          "dictionary",
          header -> {
            if (header.isSetDictionary_page_header()) {
              header.getDictionary_page_header().setNum_values(1 << 30);
            }
          },
          "page",
          header -> {
            if (header.isSetData_page_header()) {
              header.setUncompressed_page_size(Integer.MAX_VALUE);
            }
          });

  private ParquetClaims() {}

  /** A file of nothing but a footer. */
  static byte[] footer(String hex) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(MAGIC);
    byte[] footer = HexFormat.of().parseHex(hex);
    file.writeBytes(footer);
    writeEnd(file, footer.length);
    return file.toByteArray();
  }

  /**
   * Has a sound file claim something.
   *
   * @param what {@code dictionary}: thousands of millions of values; {@code page}: as many bytes;
   *     {@code columns}: each of them all that follows it
   */
  static void make(Path path, String what) throws IOException {
    byte[] sound = Files.readAllBytes(path);
    var end = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
    int length = end.getInt(sound.length - 2 * Integer.BYTES);
    int footer = sound.length - 2 * Integer.BYTES - length;
    FileMetaData data = Util.readFileMetaData(new ByteArrayInputStream(sound, footer, length));
    var file = new ByteArrayOutputStream();
    file.writeBytes(MAGIC);
    for (RowGroup group : data.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        copy(column, sound, file, OF_PAGES.getOrDefault(what, header -> {}));
      }
    }
    if (what.equals("columns")) {
      for (RowGroup group : data.getRow_groups()) {
        for (ColumnChunk column : group.getColumns()) {
          ColumnMetaData about = column.getMeta_data();
          about.setTotal_compressed_size(file.size() + length / 2 - start(about));
        }
      }
    }
    int begun = file.size();
    Util.writeFileMetaData(data, file);
    writeEnd(file, file.size() - begun);
    Files.write(path, file.toByteArray());
  }

  private static void writeEnd(ByteArrayOutputStream file, int length) {
    file.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    file.writeBytes(MAGIC);
  }

  private static int start(ColumnMetaData column) {
    return (int)
        (column.isSetDictionary_page_offset()
            ? column.getDictionary_page_offset()
            : column.getData_page_offset());
  }

  /** Copies the pages of a column with other headers, and has the footer tell where they are. */
  private static void copy(
      ColumnChunk column, byte[] sound, ByteArrayOutputStream file, Consumer<PageHeader> change)
      throws IOException {
    ColumnMetaData about = column.getMeta_data();
    int begun = file.size();
    int from = start(about);
    int to = from + (int) about.getTotal_compressed_size();
    while (from < to) {
      var in = new ByteArrayInputStream(sound, from, to - from);
      PageHeader header = Util.readPageHeader(in);
      int page = to - in.available();
      if (header.isSetDictionary_page_header()) {
        about.setDictionary_page_offset(file.size());
      } else if (from == (int) about.getData_page_offset()) {
        about.setData_page_offset(file.size());
      }
      from = page + header.getCompressed_page_size();
      change.accept(header);
      Util.writePageHeader(header, file);
      file.writeBytes(Arrays.copyOfRange(sound, page, from));
    }
    about.setTotal_compressed_size(file.size() - begun);
  }
}
