/**
 * Wrong requests by the thousand, made from right ones: one thing at a time is changed, everywhere that the OpenAPI
 * documents name, and no answer may be a failure, off its document, or show what it should not.
 */
@NullMarked
package io.zizhi.e2e.badinput;

import org.jspecify.annotations.NullMarked;
