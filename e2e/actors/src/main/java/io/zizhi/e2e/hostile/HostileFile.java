package io.zizhi.e2e.hostile;

import java.util.function.Supplier;

/**
 * A file that an attacker, or a strange program, could upload.
 *
 * @param name name in the list of outcomes
 * @param kind kind of document as which it is uploaded
 * @param status expected status: 201, or that of a refusal
 * @param code expected code of the refusal; empty if the file is accepted
 * @param english what the file is, or what is stored of it
 * @param chinese the same in Chinese
 * @param maker makes its bytes
 */
public record HostileFile(
        String name, String kind, int status, String code, String english, String chinese, Supplier<byte[]> maker) {

    public byte[] bytes() {
        return maker.get();
    }

    public boolean isAccepted() {
        return code.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
