package glissade.data;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The pages of a row group, each checked for sizes beyond reason before it is decoded: the library takes memory for as many
 * values as a page claims, and no checksum guards that number.
 */
record ParquetPages(PageReadStore pages) implements PageReadStore {
    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return new Checked(pages.getPageReader(column), new ParquetPageCheck(column));
    }

    @Override
    public long getRowCount() {
        return pages.getRowCount();
    }

    private record Checked(PageReader pages, ParquetPageCheck check) implements PageReader {
        @Override
        public DictionaryPage readDictionaryPage() {
            DictionaryPage page = pages.readDictionaryPage();
            return page == null ? null : check.of(page);
        }

        @Override
        public long getTotalValueCount() {
            return pages.getTotalValueCount();
        }

        @Override
        public DataPage readPage() {
            DataPage page = pages.readPage();
            if (page == null) {
                return null;
            }
            if (page.getValueCount() < 0 || page.getValueCount() > getTotalValueCount()) {
                throw new ParquetDecodingException(
                        "a page claims " + page.getValueCount() + " of " + getTotalValueCount() + " values");
            }
            return page.accept(check);
        }
    }
}
