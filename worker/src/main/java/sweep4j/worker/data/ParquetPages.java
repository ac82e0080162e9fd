package sweep4j.worker.data;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a row group, with dictionaries that have as many values as they say: Parquet takes
 * memory for all of them before it reads the first.
 */
record ParquetPages(PageReadStore group) implements PageReadStore {

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return new Checked(group.getPageReader(column));
  }

  @Override
  public long getRowCount() {
    return group.getRowCount();
  }

  private record Checked(PageReader pages) implements PageReader {

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
      DictionaryPage page = pages.readDictionaryPage();
      // A value takes at least a byte.
      if (page != null && page.getDictionarySize() > page.getBytes().size()) {
        throw new ParquetDecodingException(
            "a dictionary of %d values has %d bytes"
                .formatted(page.getDictionarySize(), page.getBytes().size()));
      }
      return page;
    }

    @Override
    public long getTotalValueCount() {
      return pages.getTotalValueCount();
    }

    @Override
    public @Nullable DataPage readPage() {
      return pages.readPage();
    }
  }
}
