package io.zizhi.document.storage;

import org.jspecify.annotations.Nullable;

/**
 * Facts about a file, derived from its bytes and not from declarations of the uploader.
 *
 * @param format of the stored bytes
 * @param size stored bytes, before encryption, from 1 to 5,242,880
 * @param sha256 hexadecimal digest of the stored bytes, before encryption
 * @param uploadedSha256 hexadecimal digest of the bytes as uploaded; differs for pictures, which are encoded again
 * @param colour whether a picture has colours; null if unknown or not a picture
 */
public record FileFacts(
        FileFormat format,
        int size,
        String sha256,
        String uploadedSha256,
        @Nullable Boolean colour) {}
