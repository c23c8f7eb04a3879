package io.zizhi.document.storage;

/**
 * Facts about a file, derived from its bytes and not from declarations of the uploader.
 *
 * @param format detected from the bytes
 * @param size bytes, before encryption, from 1 to 5,242,880
 * @param sha256 hexadecimal digest of the bytes, before encryption
 */
public record FileFacts(FileFormat format, int size, String sha256) {}
