package glissade.data;

/** What a first pass over lines of new rows finds: how many there are, and that each can be understood. */
final class NewRowCount implements TextFormat.Tally<NewRowCount> {
    private static final long serialVersionUID = 1;

    private final RowCoding coding;
    private final int features;
    private transient RowCoding.Encoder encoder;
    private transient BlockBuilder scratch;
    private long dropped;

    NewRowCount(RowCoding coding, int features) {
        this.coding = coding;
        this.features = features;
    }

    @Override
    public boolean add(byte[] text, int from, int to) {
        if (encoder == null) {
            encoder = coding.encoder();
            scratch = BlockBuilder.sparse(features);
        }
        boolean isRow = encoder.encode(text, from, to, scratch);
        scratch.clear();
        dropped += isRow || isBlank(text, from, to) ? 0 : 1;
        return isRow;
    }

    private static boolean isBlank(byte[] text, int from, int to) {
        int at = from;
        while (at < to && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
        return at == to || text[at] == '#';
    }

    @Override
    public void add(NewRowCount next) {
        dropped += next.dropped;
    }

    /** Rows left out as a cell is missing. */
    long dropped() {
        return dropped;
    }
}
