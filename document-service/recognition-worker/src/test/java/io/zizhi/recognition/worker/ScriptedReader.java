package io.zizhi.recognition.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zizhi.recognition.worker.Frames.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process like {@link ReaderMain} without models: each picture is the text of what to do. */
final class ScriptedReader {

    static final String CRASH = "crash";
    static final String HANG = "hang";
    static final String UNDECODABLE = "undecodable";

    private ScriptedReader() {}

    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedReader.class.getName());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        Frames.write(out, Frames.READY, new byte[0]);
        while (true) {
            Frame request = Frames.read(in);
            switch (new String(request.bytes(), UTF_8)) {
                case CRASH -> Runtime.getRuntime().halt(139);
                case HANG -> new CountDownLatch(1).await();
                case UNDECODABLE -> Frames.write(out, Frames.UNDECODABLE, new byte[0]);
                default -> Frames.write(out, Frames.DONE, ("{\"form\":\"" + request.word() + "\"}").getBytes(UTF_8));
            }
        }
    }
}
