package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulletinTest {
    @TempDir
    Path place;

    private RunFolder folder;
    private boolean lost;

    @BeforeEach
    void open() throws IOException {
        folder = RunFolder.at(new Configuration(), place.toString());
    }

    private Bulletin begin() throws IOException {
        return Bulletin.begin(folder, "submit/glissade run x.conf", () -> lost);
    }

    private Status status() throws IOException {
        return folder.status().orElseThrow();
    }

    @Test
    void itSaysAtOnceThatARunBegins() throws IOException {
        begin();
        assertEquals(Status.State.RUNNING, status().state());
        assertEquals("starting", status().phase());
        assertEquals("submit/glissade run x.conf", status().command());
        assertEquals(ProcessHandle.current().pid(), status().process().pid());
    }

    @Test
    void whatIsTakenBackWasNeverSaid() throws IOException {
        begin().takeBack();
        assertFalse(Files.exists(place.resolve("status.json")));
        Status before = Status.begun("an older one").partial(ExitCode.PARTIAL, null, "time is up");
        folder.writeStatus(before);
        Bulletin bulletin = begin();
        bulletin.enter(Phase.READING_DATA);
        bulletin.takeBack();
        assertEquals(before, status());
    }

    @Test
    void onceInterruptedItSaysNothingMore() throws IOException {
        Bulletin bulletin = begin();
        bulletin.enter(Phase.READING_DATA);
        assertTrue(bulletin.interrupt(143, "told to end"));
        bulletin.enter(Phase.TRAINING);
        bulletin.fail(new IOException("too late"));
        bulletin.takeBack();
        assertFalse(bulletin.interrupt(130, "told again"));
        assertEquals(Status.State.INTERRUPTED, status().state());
        assertEquals("reading data", status().phase());
        assertEquals(143, status().exitCode());
    }

    @Test
    void aFolderThatWasTakenOverIsLeftToItsNewOwner() throws IOException {
        Bulletin bulletin = begin();
        folder.deleteStatus();
        lost = true;
        bulletin.enter(Phase.TRAINING);
        bulletin.fail(new IOException("no luck"));
        bulletin.takeBack();
        assertFalse(bulletin.interrupt(143, "told to end"));
        assertFalse(Files.exists(place.resolve("status.json")));
    }

    @Test
    void aFailureThatNobodyForesawIsSaidOnce() throws IOException {
        Bulletin bulletin = begin();
        bulletin.fail(new IOException("the first"));
        bulletin.fail(new IOException("the second"));
        assertEquals(Status.State.FAILED, status().state());
        assertEquals("the first", status().error());
    }
}
