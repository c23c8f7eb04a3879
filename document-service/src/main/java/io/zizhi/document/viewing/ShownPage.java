package io.zizhi.document.viewing;

/**
 * A page on its way to a viewer.
 *
 * @param content its PNG
 * @param pages number of pages of the document
 */
record ShownPage(Content content, int pages) {}
