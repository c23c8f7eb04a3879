package io.zizhi.recognition.worker;

import static io.zizhi.recognition.worker.PictureClient.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {

    @TempDir
    Path folder;

    @Test
    void tries_again_after_a_process_that_could_not_be_started() {
        List<String> missing = List.of(folder.resolve("reader").toString());
        WorkerLog log = new WorkerLog(System.out);
        try (ManualWatch watch = new ManualWatch();
                Readers readers = new Readers(missing, watch, log)) {
            readers.start(1);
            for (int start = 1; start <= 3; start++) {
                watch.runDelayed();
            }
            await(() -> readers.starts() == 4);
        }
    }
}
