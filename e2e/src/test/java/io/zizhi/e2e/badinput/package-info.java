/**
 * Thousands of invalid requests, made from valid ones by one change at a time, at every place in the OpenAPI documents.
 * No response may be a server error, deviate from its document, or reveal other accounts' data.
 */
@NullMarked
package io.zizhi.e2e.badinput;

import org.jspecify.annotations.NullMarked;
