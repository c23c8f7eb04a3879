package io.zizhi.document.storage;

/**
 * Statistics of an account's documents that no submission uses.
 *
 * @param count number of documents
 * @param bytes total size before encryption
 * @param recent number of documents stored recently
 */
public record UnusedDocuments(long count, long bytes, long recent) {}
