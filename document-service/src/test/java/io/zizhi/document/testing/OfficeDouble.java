package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zizhi.document.viewing.pages.SamplePdfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A script in place of LibreOffice. It writes the same PDF of two pages each time, and records when it begins and ends. */
public class OfficeDouble implements QuarkusTestResourceLifecycleManager {

    private static final String RECORD = "test.office.record";

    /** Returns {@code begin} and {@code end} in the order in which they happened. */
    public static List<String> record() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty(RECORD)));
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("office-double");
            Path record = Files.createFile(folder.resolve("record"));
            Path pdf = Files.write(folder.resolve("two-pages.pdf"), SamplePdfs.pages(2));
            Path office = Files.writeString(folder.resolve("soffice"), """
                    #!/bin/sh
                    for last; do folder="$file"; file="$last"; done
                    echo begin >> "%1$s"
                    head -c 500000000 /dev/zero > /dev/null
                    cp "%2$s" "$folder/document.pdf"
                    echo end >> "%1$s"
                    """.formatted(record, pdf));
            Files.setPosixFilePermissions(office, PosixFilePermissions.fromString("rwx------"));
            System.setProperty(RECORD, record.toString());
            return Map.of("zizhi.pages.office", office.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(RECORD);
    }
}
