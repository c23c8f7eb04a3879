/**
 * Encrypted objects in S3, in pieces, and what the service does when they cannot be read or the store fails. It knows
 * keys and bytes, not documents.
 */
@NullMarked
package io.zizhi.document.storage.objects;

import org.jspecify.annotations.NullMarked;
