package io.zizhi.recognition.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Messages between a worker and a process that reads pictures: a word, a length and bytes. */
final class Frames {

    /** The process has loaded its models. */
    static final String READY = "READY";

    /** The picture was read; the bytes are the answer. */
    static final String DONE = "DONE";

    /** The bytes of the request are no picture. */
    static final String UNDECODABLE = "UNDECODABLE";

    /** Longest message: a picture of 5 MiB. */
    static final int LONGEST = 5 * 1024 * 1024;

    /**
     * A message.
     *
     * @param word one of the words above, or the name of the wanted form
     */
    @SuppressWarnings("ArrayRecordComponent") // Only passed on; copies would cost megabytes for each picture.
    record Frame(String word, byte[] bytes) {}

    private Frames() {}

    static void write(DataOutputStream out, String word, byte[] bytes) throws IOException {
        out.writeUTF(word);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Reads a message; fails with an {@link java.io.EOFException} if the other process has ended. */
    static Frame read(DataInputStream in) throws IOException {
        String word = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Frame(word, bytes);
    }
}
