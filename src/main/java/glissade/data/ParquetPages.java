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
        return new Checked(pages.getPageReader(column));
    }

    @Override
    public long getRowCount() {
        return pages.getRowCount();
    }

    private record Checked(PageReader pages) implements PageReader {
        /** Each value of a dictionary takes a byte at least. */
        @Override
        public DictionaryPage readDictionaryPage() {
            DictionaryPage page = pages.readDictionaryPage();
            if (page != null
                    && (page.getDictionarySize() < 0 || page.getDictionarySize() > page.getUncompressedSize())) {
                throw new ParquetDecodingException("a dictionary claims " + page.getDictionarySize() + " values in "
                        + page.getUncompressedSize() + " bytes");
            }
            return page;
        }

        @Override
        public long getTotalValueCount() {
            return pages.getTotalValueCount();
        }

        @Override
        public DataPage readPage() {
            return pages.readPage();
        }
    }
}
