package io.zizhi.document.storage;

/**
 * What the bytes of a file say about themselves, as opposed to what their uploader says.
 *
 * @param format found in the bytes
 * @param size bytes, before encryption, from 1 to 5,242,880
 * @param sha256 hexadecimal digest of the bytes, before encryption
 */
public record FileFacts(FileFormat format, int size, String sha256) {}
