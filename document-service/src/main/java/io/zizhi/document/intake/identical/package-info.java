/**
 * Documents that are identical byte by byte across accounts. A reviewer wants to know that somebody else filed the very same
 * picture; found by the digest of the bytes as they came, before they are encrypted.
 */
@NullMarked
package io.zizhi.document.intake.identical;

import org.jspecify.annotations.NullMarked;
