@NullMarked
package io.zizhi.document.pinning.removal;

import org.jspecify.annotations.NullMarked;
