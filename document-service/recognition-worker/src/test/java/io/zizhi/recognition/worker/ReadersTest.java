package io.zizhi.recognition.worker;

import static io.zizhi.recognition.worker.PictureClient.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {

    @TempDir
    Path folder;

    @Test
    void tries_again_after_a_process_that_could_not_be_started() {
        List<String> missing = List.of(folder.resolve("reader").toString());
        WorkerLog log = new WorkerLog(System.out);
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
                Readers readers = new Readers(missing, watch, log)) {
            readers.start(1);
            await(() -> readers.starts() >= 3);
        }
    }
}
