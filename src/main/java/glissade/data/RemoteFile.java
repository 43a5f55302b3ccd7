package glissade.data;

/**
 * A gzip file that is known to the last bit, wherever it is fetched from.
 *
 * @param name of the file
 * @param bytes its length
 * @param sha256 of the file, in hex
 * @param contentSha256 of what is packed in it, in hex
 */
record RemoteFile(String name, long bytes, String sha256, String contentSha256) {}
