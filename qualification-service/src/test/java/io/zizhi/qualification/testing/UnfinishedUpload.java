package io.zizhi.qualification.testing;

import io.restassured.RestAssured;
import io.zizhi.platform.testkit.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An upload of a sheet that stops after the first bytes. */
public final class UnfinishedUpload implements AutoCloseable {

    private final Socket connection;
    private final StringBuilder answer = new StringBuilder();

    /** @param user the uploading user */
    public UnfinishedUpload(String user) throws IOException {
        connection = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        String head =
                "POST /v1/bulk-filings?noticeVersion=2026-11 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + Tokens.of(user) + "\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\nname\r\n";
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the response received so far, including its headers. */
    public String answer() {
        try {
            InputStream source = connection.getInputStream();
            answer.append(new String(source.readNBytes(source.available()), StandardCharsets.UTF_8));
            return answer.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
