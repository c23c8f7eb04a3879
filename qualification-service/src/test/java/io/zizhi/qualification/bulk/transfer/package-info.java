@NullMarked
package io.zizhi.qualification.bulk.transfer;

import org.jspecify.annotations.NullMarked;
