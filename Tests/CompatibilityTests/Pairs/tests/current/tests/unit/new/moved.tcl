four
