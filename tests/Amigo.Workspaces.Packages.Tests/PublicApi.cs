using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Amigo.Workspaces.Packages.Tests;

/// <summary>Writes what callers of an assembly can see, one member a line, in an order that does not depend on the source.</summary>
internal static class PublicApi
{
    /// <summary>Attributes that change what callers may do, or what an editor or a serializer makes of a member.</summary>
    private static readonly HashSet<string> ToldAttributes =
    [
        "AttributeUsageAttribute",
        "DynamicallyAccessedMembersAttribute",
        "EditorBrowsableAttribute",
        "ExperimentalAttribute",
        "FlagsAttribute",
        "JsonConverterAttribute",
        "JsonIgnoreAttribute",
        "MaybeNullWhenAttribute",
        "NotNullIfNotNullAttribute",
        "NotNullWhenAttribute",
        "ObsoleteAttribute",
        "RequiresDynamicCodeAttribute",
        "RequiresUnreferencedCodeAttribute",
        "SetsRequiredMembersAttribute",
    ];

    private const SymbolDisplayGenericsOptions Generics =
        SymbolDisplayGenericsOptions.IncludeTypeParameters
        | SymbolDisplayGenericsOptions.IncludeTypeConstraints
        | SymbolDisplayGenericsOptions.IncludeVariance;

    private const SymbolDisplayMiscellaneousOptions Nullability =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: Generics,
        miscellaneousOptions: Nullability
    );

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: Generics,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Nullability
    );

    public static string Of(string assemblyFile)
    {
        var text = new StringBuilder();
        foreach (var type in TypesOf(assemblyFile).OrderBy(type => type.ToDisplayString(TypeFormat), StringComparer.Ordinal))
        {
            Write(type, text);
        }

        return text.ToString();
    }

    /// <summary>What documentation calls the types and members that callers can see.</summary>
    public static IEnumerable<string> IdsOf(string assemblyFile) =>
        TypesOf(assemblyFile)
            .SelectMany(type => type.GetMembers().Where(IsVisible).Prepend(type))
            .Select(symbol => symbol.GetDocumentationCommentId()!);

    private static IEnumerable<INamedTypeSymbol> TypesOf(string assemblyFile)
    {
        var file = MetadataReference.CreateFromFile(assemblyFile);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("reader", references: [file, .. framework]);
        return TypesIn(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(file)!).GlobalNamespace);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Where(member => member is INamespaceSymbol || IsVisible(member))
            .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(member).Prepend(type) : TypesIn(member));

    private static void Write(INamedTypeSymbol type, StringBuilder text)
    {
        text.Append(text.Length == 0 ? "" : "\n").Append(Attributes(type)).Append(Header(type)).Append('\n');
        if (type.TypeKind == TypeKind.Delegate)
        {
            return;
        }

        var lines = type.GetMembers()
            .Where(member => member is not INamedTypeSymbol and not IMethodSymbol { AssociatedSymbol: not null } && IsVisible(member))
            .Where(member => member.CanBeReferencedByName || member is IMethodSymbol or IPropertySymbol { IsIndexer: true })
            .Where(member => type.TypeKind != TypeKind.Enum || member is IFieldSymbol)
            // The compiler's own names cannot be written by a caller.
            .Where(member => !member.Name.Contains('<', StringComparison.Ordinal))
            .Select(member => $"    {Attributes(member)}{member.ToDisplayString(MemberFormat)}\n")
            .Order(StringComparer.Ordinal);
        text.AppendJoin("", lines);
    }

    private static string Header(INamedTypeSymbol type)
    {
        var modifiers = type switch
        {
            { IsStatic: true } => "static ",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
            { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
            { TypeKind: TypeKind.Struct, IsReadOnly: true } => "readonly ",
            _ => "",
        };
        var kind = (type.IsRecord ? "record " : "") + type.TypeKind.ToString().ToLowerInvariant();
        IEnumerable<INamedTypeSymbol> bases = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : [];
        var inherited = bases
            .Concat(
                type.Interfaces.Where(one => one.DeclaredAccessibility != Accessibility.Internal)
                    .OrderBy(implemented => implemented.ToDisplayString(TypeFormat), StringComparer.Ordinal)
            )
            .Select(inheritedType => inheritedType.ToDisplayString(TypeFormat))
            .ToList();
        return $"public {modifiers}{kind} {type.ToDisplayString(TypeFormat)}"
            + (inherited.Count == 0 || type.TypeKind == TypeKind.Enum ? "" : " : " + string.Join(", ", inherited));
    }

    private static string Attributes(ISymbol symbol) =>
        string.Concat(
            symbol
                .GetAttributes()
                .Where(attribute => ToldAttributes.Contains(attribute.AttributeClass!.Name))
                .Select(attribute => $"[{attribute}] ")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>Protected counts where a caller can derive.</summary>
    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public
        || (
            symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal
            && symbol.ContainingType is { IsSealed: false }
        );
}
