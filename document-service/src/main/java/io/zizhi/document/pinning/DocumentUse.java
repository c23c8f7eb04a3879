package io.zizhi.document.pinning;

/**
 * A use of a document.
 *
 * @param id id of the qualification or the authorization letter; both have ids from one sequence
 * @param revision its newest submitted revision with the document
 */
public record DocumentUse(long id, int revision) {}
