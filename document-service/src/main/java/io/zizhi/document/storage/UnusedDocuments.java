package io.zizhi.document.storage;

/**
 * The documents of one account that no submission uses.
 *
 * @param count how many
 * @param bytes their sizes together, before encryption
 * @param recent how many of them were stored just now
 */
public record UnusedDocuments(long count, long bytes, long recent) {}
