<?xml version="1.0" encoding="utf-8"?>
<!-- Leaves the members of public types: by the rule of this repository, those in the package's own namespace and in the registration's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="namespace" />
  <xsl:variable name="registration" select="'Microsoft.Extensions.DependencyInjection.'" />
  <xsl:key name="types" match="member[starts-with(@name, 'T:')]" use="substring(@name, 3)" />
  <xsl:output method="xml" encoding="utf-8" indent="yes" />
  <xsl:strip-space elements="doc members" />

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="member">
    <xsl:variable name="name" select="substring(@name, 3)" />
    <xsl:variable name="type" select="substring-before(concat(translate(substring-after($name, concat($namespace, '.')), '(', '.'), '.'), '.')" />
    <xsl:if test="starts-with($name, $registration) or (starts-with($name, concat($namespace, '.')) and key('types', concat($namespace, '.', $type)))">
      <xsl:copy-of select="." />
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
