package io.zizhi.recognition.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes one JSON object a line, with the names that the services use. Messages never contain text of pictures. */
final class WorkerLog {

    static final String SERVICE = "recognition-worker";

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;

    WorkerLog(PrintStream out) {
        this.out = out;
    }

    void info(String message) {
        write("INFO", message);
    }

    void warn(String message) {
        write("WARN", message);
    }

    private void write(String level, String message) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", Instant.now().toString());
            json.writeStringField("level", level);
            json.writeStringField("logger", WorkerLog.class.getPackageName());
            json.writeStringField("message", message);
            json.writeStringField("thread", Thread.currentThread().getName());
            json.writeStringField("service", SERVICE);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.println(line);
    }
}
