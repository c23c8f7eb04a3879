package io.zizhi.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornObjectsTest {

    private static final String TORN = "-c01b3178-cfb4-4c13-852b-81a230edfbf0";

    @TempDir
    Path objects;

    @Test
    void removes_only_incomplete_objects() throws IOException {
        Path folder = Files.createDirectories(objects.resolve("zizhi-documents/documents/2026/11/25"));
        Path object = whole(folder.resolve("86d8a607ef89074f62def1c9abe5db70"));
        Path sameName = whole(folder.resolve("0edd74753194caa94f4cf5bf020b9847" + TORN));
        Path other = Files.writeString(folder.resolve("of-somebody-else"), "x");
        Path torn = Files.writeString(folder.resolve("86d8a607ef89074f62def1c9abe5db70" + TORN), "x");

        TornObjects.remove(objects);

        assertThat(torn).doesNotExist();
        assertThat(object).exists();
        assertThat(sameName).exists();
        assertThat(other).exists();
    }

    private static Path whole(Path file) throws IOException {
        Files.writeString(file, "x");
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("user.content-md5", ByteBuffer.wrap("x".getBytes(StandardCharsets.US_ASCII)));
        return file;
    }
}
