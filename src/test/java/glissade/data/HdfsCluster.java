package glissade.data;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A real HDFS: a name node and a data node in this process. */
public final class HdfsCluster implements AutoCloseable {
    private final MiniDFSCluster cluster;

    /** An empty one, whose blocks lie in a folder of this machine. */
    public HdfsCluster(Path disk) throws IOException {
        Configuration configuration = new Configuration(false);
        configuration.set("dfs.namenode.edits.dir", disk + "/edits");
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk + "/cluster");
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    }

    /** Its address, without a slash at the end. */
    public String root() {
        return cluster.getURI().toString();
    }

    public FileSystem files() throws IOException {
        return cluster.getFileSystem();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
