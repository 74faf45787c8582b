"""Files for office programs: a Word document and PowerPoint slides, each from the neutral blocks."""
