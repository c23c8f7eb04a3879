package io.zizhi.recognition.ocr;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the native libraries of ONNX Runtime and leaves no copy of them on the disk. Its own loader deletes its copy of
 * 28 MB only when the JVM ends in order, and processes that read pictures are killed or halted.
 */
final class NativeLibraries {

    /** Where ONNX Runtime looks for libraries instead of making a copy. */
    private static final String FOLDER = "onnxruntime.native.path";

    private NativeLibraries() {}

    /**
     * Loads the libraries once and returns the environment in which models run. On systems other than Linux, ONNX
     * Runtime makes its own copy and may leave it behind.
     */
    static OrtEnvironment load() {
        if (System.getProperty(FOLDER) != null || !System.getProperty("os.name").equals("Linux")) {
            return OrtEnvironment.getEnvironment();
        }
        String machine = System.getProperty("os.arch");
        String packaged = "native/linux-" + (machine.equals("amd64") ? "x64" : machine) + "/";
        List<String> libraries =
                List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        try {
            Path folder = Files.createTempDirectory("onnxruntime");
            try {
                for (String library : libraries) {
                    copy(packaged + library, folder.resolve(library));
                }
                System.setProperty(FOLDER, folder.toString());
                return OrtEnvironment.getEnvironment();
            } finally {
                for (String library : libraries) {
                    Files.deleteIfExists(folder.resolve(library));
                }
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The native libraries could not be copied", failed);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream packaged = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (packaged == null) {
                throw new IllegalStateException("ONNX Runtime has no library for this machine: " + resource);
            }
            Files.copy(packaged, file);
        }
    }
}
